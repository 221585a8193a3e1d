package org.patenbuch.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.Part;

/**
 * The money in a fund, by the contribution it came from: only what is left, so that it stays small however long the
 * stream grows. In order of receipt, then of recording. Its fields are part of the fund's snapshot.
 */
class Cash {
    private static final Comparator<Part> FIRST_IN =
            Comparator.comparing(Part::receivedOn).thenComparing(Part::arrival);

    private List<Part> left = new ArrayList<>();
    private long arrivals;

    /** What pays an amount on a day, first in, first out; together less than the amount if there is too little. */
    List<Part> split(long amountCents, LocalDate day) {
        List<Part> parts = new ArrayList<>();
        long open = amountCents;
        for (Part part : left) {
            if (open == 0 || part.receivedOn().isAfter(day)) {
                break;
            }
            long cents = Math.min(open, part.amountCents());
            parts.add(part.of(cents));
            open -= cents;
        }
        return parts;
    }

    /** Whether the contribution lies here untouched, as it was received in this fund. */
    boolean holds(ContributionRecorded contribution) {
        return left.stream()
                .anyMatch(part -> part.contributionId().equals(contribution.contributionId())
                        && part.transferId() == null
                        && part.amountCents() == contribution.amountCents());
    }

    /** All of it, whenever it came. */
    long cents() {
        return together(left);
    }

    void receive(String contributionId, LocalDate receivedOn, long amountCents) {
        put(new Part(contributionId, ++arrivals, receivedOn, null, amountCents));
    }

    /** Parts as they arrive by a transfer: one for each contribution, in the order they left. */
    List<Part> arriving(String transferId, LocalDate on, List<Part> leaving) {
        var cents = new LinkedHashMap<String, Long>();
        leaving.forEach(part -> cents.merge(part.contributionId(), part.amountCents(), Long::sum));
        List<Part> arriving = new ArrayList<>();
        cents.forEach((contributionId, sum) ->
                arriving.add(new Part(contributionId, arrivals + arriving.size() + 1, on, transferId, sum)));
        return arriving;
    }

    void receive(List<Part> arriving) {
        arriving.forEach(this::put);
        arrivals = arriving.getLast().arrival();
    }

    void remove(String contributionId) {
        left.removeIf(part -> part.contributionId().equals(contributionId) && part.transferId() == null);
    }

    void take(List<Part> parts) {
        for (Part part : parts) {
            int place = place(part);
            long rest = left.get(place).amountCents() - part.amountCents();
            if (rest == 0) {
                left.remove(place);
            } else {
                left.set(place, part.of(rest));
            }
        }
    }

    void giveBack(List<Part> parts) {
        for (Part part : parts) {
            int place = place(part);
            if (place < 0) {
                put(part);
            } else {
                left.set(place, part.of(left.get(place).amountCents() + part.amountCents()));
            }
        }
    }

    private int place(Part part) {
        return Collections.binarySearch(left, part, FIRST_IN);
    }

    private void put(Part part) {
        left.add(-place(part) - 1, part);
    }

    static long together(List<Part> parts) {
        return parts.stream().mapToLong(Part::amountCents).sum();
    }
}
