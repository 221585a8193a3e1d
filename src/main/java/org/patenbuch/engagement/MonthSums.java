package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            SELECT p, d, m::date, k, mi::bigint, ap::bigint, en::bigint
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                 v(p, d, m, k, mi, ap, en)
            ORDER BY 1, 2, 3, 4
            ON CONFLICT (partnership, dimension, month, key) DO UPDATE
            SET minutes = s.minutes + excluded.minutes,
                approved_minutes = s.approved_minutes + excluded.approved_minutes,
                entries = s.entries + excluded.entries""";

    private record Sum(String partnership, Dimension dimension, LocalDate month, String key) {}

    private record Added(long minutes, long approvedMinutes, long entries) {
        Added plus(Added other) {
            return new Added(minutes + other.minutes, approvedMinutes + other.approvedMinutes, entries + other.entries);
        }

        boolean isNothing() {
            return minutes == 0 && approvedMinutes == 0 && entries == 0;
        }
    }

    private final Map<Sum, Added> sums = new HashMap<>();

    /** @param times 1 to count an entry, -1 to count it no longer */
    void add(String partnership, HoursEntry entry, int times) {
        if (!entry.counts()) {
            return;
        }
        LocalDate month = entry.on().withDayOfMonth(1);
        Added added = new Added((long) times * entry.minutes(), (long) times * entry.approvedMinutes(), times);
        add(new Sum(partnership, Dimension.ACTIVITY, month, entry.activity().name()), added);
        add(new Sum(partnership, Dimension.SPONSOR, month, entry.sponsorId()), added);
        if (entry.householdId() != null) {
            add(new Sum(partnership, Dimension.HOUSEHOLD, month, entry.householdId()), added);
        }
    }

    private void add(Sum sum, Added added) {
        sums.merge(sum, added, Added::plus);
    }

    void store(JdbcClient jdbc) {
        List<Map.Entry<Sum, Added>> changed = sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isNothing())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param(Table.array(changed, sum -> sum.getKey().partnership()))
                .param(Table.array(changed, sum -> sum.getKey().dimension()))
                .param(Table.array(changed, sum -> sum.getKey().month()))
                .param(Table.array(changed, sum -> sum.getKey().key()))
                .param(Table.array(changed, sum -> sum.getValue().minutes()))
                .param(Table.array(changed, sum -> sum.getValue().approvedMinutes()))
                .param(Table.array(changed, sum -> sum.getValue().entries()))
                .update();
    }
}
