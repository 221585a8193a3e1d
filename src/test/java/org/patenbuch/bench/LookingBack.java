package org.patenbuch.bench;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.patenbuch.bench.Results.Line;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.eventstore.Node;
import org.patenbuch.funding.FundingView;
import org.patenbuch.projections.Asked;

/** Questions about what was known once, beside the same about what is known now. */
final class LookingBack {
    private static final int ASKED = 60;
    private static final Asked YEAR = Asked.NOW.during(LocalDate.of(2002, 1, 1), LocalDate.of(2002, 12, 31));

    private LookingBack() {}

    static List<Line> lines(Node node, long events) {
        FundingView funding = node.bean(FundingView.class);
        EngagementView engagement = node.bean(EngagementView.class);
        return List.of(
                line(
                        node,
                        "funding, knownAt, " + events + " events",
                        asked -> funding.answer(World.PARTNERSHIP, asked)),
                line(
                        node,
                        "engagement, knownAt, " + events + " events",
                        asked -> engagement.answer(World.PARTNERSHIP, asked)));
    }

    private static Line line(Node node, String what, Consumer<Asked> question) {
        List<Asked> moments = moments(node);
        question.accept(YEAR);
        question.accept(moments.getFirst());
        List<Double> now = new ArrayList<>();
        List<Double> then = new ArrayList<>();
        for (Asked moment : moments) {
            now.add(millis(() -> question.accept(YEAR)));
            then.add(millis(() -> question.accept(moment)));
        }
        double current = median(now);
        double past = median(then);
        String spread = String.format(
                Locale.ROOT,
                "slowest %.1f ms",
                then.stream().mapToDouble(d -> d).max().orElse(0));
        return new Line("S7", what, format(past), "now, " + format(current), past / current, spread, "≤ 5");
    }

    private static List<Asked> moments(Node node) {
        Random random = new Random(7);
        long last = node.jdbc()
                .sql("SELECT max(position) FROM event")
                .query(Long.class)
                .single();
        List<Asked> moments = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            long position = (long) (random.nextDouble() * last);
            String knownAt = node.jdbc()
                    .sql("SELECT recorded_at FROM event WHERE position >= ? ORDER BY position LIMIT 1")
                    .param(position)
                    .query((row, n) ->
                            row.getObject(1, OffsetDateTime.class).toInstant().toString())
                    .single();
            moments.add(new Asked(
                    YEAR.from(), YEAR.to(), null, knownAt, null, null, null, null, null, null, null, null, null));
        }
        return moments;
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String format(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }
}
