package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.projections.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch adds to the sums by month; gathered first, so that each sum is touched once. */
final class MonthSums {
    /** What hours are summed by, and which column of an entry says so. */
    enum Dimension {
        ACTIVITY("activity"),
        SPONSOR("sponsor_id"),
        HOUSEHOLD("household_id");

        final String column;

        Dimension(String column) {
            this.column = column;
        }
    }

    // In the order of the key, so that two who add at once cannot lock each other out
    private static final String ADD = """
            INSERT INTO engagement.month_sum AS s
                   (partnership, dimension, month, key, minutes, approved_minutes, entries)
            SELECT p, d, m::date, k, sum(mi::bigint), sum(ap::bigint), sum(en::bigint)
            FROM %s GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            ON CONFLICT (partnership, dimension, month, key) DO UPDATE
            SET minutes = s.minutes + excluded.minutes,
                approved_minutes = s.approved_minutes + excluded.approved_minutes,
                entries = s.entries + excluded.entries""";
    private static final String ADD_TO_PAST = """
            INSERT INTO engagement.month_past AS s
                   (partnership, dimension, month, key, stretch, minutes, approved_minutes, entries)
            SELECT p, d, m::date, k, st::bigint, mi::bigint, ap::bigint, en::bigint
            FROM %s ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT (partnership, dimension, month, key, stretch) DO UPDATE
            SET minutes = s.minutes + excluded.minutes,
                approved_minutes = s.approved_minutes + excluded.approved_minutes,
                entries = s.entries + excluded.entries""";
    private static final String ROWS =
            "unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[]) v(p, d, m, k, st, mi, ap, en)";

    private record Sum(String partnership, Dimension dimension, LocalDate month, String key, long stretch) {}

    private record Added(long minutes, long approvedMinutes, long entries) {
        Added plus(Added other) {
            return new Added(minutes + other.minutes, approvedMinutes + other.approvedMinutes, entries + other.entries);
        }
    }

    private final Map<Sum, Added> sums = new HashMap<>();

    /** @param times 1 to count an entry, -1 to count it no longer */
    void add(String partnership, long position, HoursEntry entry, int times) {
        if (!entry.counts()) {
            return;
        }
        LocalDate month = entry.on().withDayOfMonth(1);
        long stretch = Stretches.of(position);
        Added added = new Added((long) times * entry.minutes(), (long) times * entry.approvedMinutes(), times);
        add(new Sum(partnership, Dimension.ACTIVITY, month, entry.activity().name(), stretch), added);
        add(new Sum(partnership, Dimension.SPONSOR, month, entry.sponsorId(), stretch), added);
        if (entry.householdId() != null) {
            add(new Sum(partnership, Dimension.HOUSEHOLD, month, entry.householdId(), stretch), added);
        }
    }

    private void add(Sum sum, Added added) {
        sums.merge(sum, added, Added::plus);
    }

    void store(JdbcClient jdbc) {
        // What adds nothing, too: which rows there are must not depend on how the events came in batches
        List<Map.Entry<Sum, Added>> changed = List.copyOf(sums.entrySet());
        if (changed.isEmpty()) {
            return;
        }
        write(jdbc, ADD, changed);
        write(jdbc, ADD_TO_PAST, changed);
    }

    private static void write(JdbcClient jdbc, String statement, List<Map.Entry<Sum, Added>> changed) {
        jdbc.sql(statement.formatted(ROWS))
                .param(Table.array(changed, sum -> sum.getKey().partnership()))
                .param(Table.array(changed, sum -> sum.getKey().dimension()))
                .param(Table.array(changed, sum -> sum.getKey().month()))
                .param(Table.array(changed, sum -> sum.getKey().key()))
                .param(Table.array(changed, sum -> sum.getKey().stretch()))
                .param(Table.array(changed, sum -> sum.getValue().minutes()))
                .param(Table.array(changed, sum -> sum.getValue().approvedMinutes()))
                .param(Table.array(changed, sum -> sum.getValue().entries()))
                .update();
    }
}
