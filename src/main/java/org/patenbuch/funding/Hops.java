package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patenbuch.funding.Trace.Hop;
import org.patenbuch.funding.Trace.Kind;
import org.patenbuch.funding.Trace.Node;

/** The hops of one trace; several between the same two stages are told as one. */
final class Hops {
    private record Way(Node from, Node to) {}

    private final Map<Way, Hop> hops = new LinkedHashMap<>();

    void add(Node from, Node to, long cents, LocalDate on, List<Long> events) {
        if (cents > 0) {
            hops.merge(new Way(from, to), new Hop(from, to, cents, on, events), Hops::together);
        }
    }

    private static Hop together(Hop one, Hop other) {
        List<Long> events = Stream.concat(one.events().stream(), other.events().stream())
                .distinct()
                .sorted()
                .toList();
        LocalDate first = one.on().isBefore(other.on()) ? one.on() : other.on();
        return new Hop(one.from(), one.to(), one.amountCents() + other.amountCents(), first, events);
    }

    /** What went into stages of one kind. */
    long into(Kind kind) {
        return hops.values().stream()
                .filter(hop -> hop.to().kind() == kind)
                .mapToLong(Hop::amountCents)
                .sum();
    }

    /** What went into each stage of one kind, by its id. */
    Map<String, Long> intoEach(Kind kind) {
        Map<String, Long> sums = new LinkedHashMap<>();
        hops.values().stream()
                .filter(hop -> hop.to().kind() == kind)
                .forEach(hop -> sums.merge(hop.to().id(), hop.amountCents(), Long::sum));
        return sums;
    }

    List<Hop> all() {
        return new ArrayList<>(hops.values());
    }
}
