package org.patenbuch.engagement;

import static org.patenbuch.engagement.Engagement.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which events the figures of the engagement view changed between two positions. */
@Component
public class EngagementChanges {
    private static final int FETCHED = 2_000;

    private static final String VERSIONS = versions(":from", ":to") + " ORDER BY at";
    private static final String BEFORE = """
            SELECT %1$s AS key, count(*) FROM engagement.hours h
            WHERE partnership = :partnership AND since <= :after AND (until IS NULL OR until > :after) AND %2$s
                AND %1$s IN (SELECT %1$s FROM engagement.hours
                    WHERE partnership = :partnership AND since > :after AND since <= :position)
            GROUP BY 1""";

    /**
     * Each version that began behind {@code :after}, up to {@code :position}, counts; the one it took the place of counts
     * no longer.
     *
     * @param from the first and last day that count, as SQL
     */
    static String versions(String from, String to) {
        return """
                SELECT n.since AS at, 1 AS times, n.sponsor_id, n.household_id, n.day, n.minutes, n.activity, n.status
                FROM engagement.hours n
                WHERE n.partnership = :partnership AND n.since > :after AND n.since <= :position AND %1$s
                UNION ALL
                SELECT n.since, -1, o.sponsor_id, o.household_id, o.day, o.minutes, o.activity, o.status
                FROM engagement.hours n
                JOIN engagement.hours o ON o.partnership = n.partnership AND o.id = n.id AND o.until = n.since
                WHERE n.partnership = :partnership AND n.since > :after AND n.since <= :position AND %2$s""".formatted(counts("n", from, to), counts("o", from, to));
    }

    private static String counts(String table, String from, String to) {
        return "%1$s.status <> 'WITHDRAWN' AND %1$s.day BETWEEN %2$s AND %3$s".formatted(table, from, to);
    }

    private final JdbcClient jdbc;

    EngagementChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called in the transaction that answers, when the view has read {@code upTo}.
     *
     * @param after what was known up to there is the state before
     * @param asked the period
     */
    public void gather(String partnership, long after, long upTo, Asked asked, Changes changes) {
        Map<String, Object> window = Map.of(
                "partnership",
                partnership,
                "after",
                after,
                "position",
                upTo,
                "from",
                asked.firstDay(),
                "to",
                asked.lastDay());
        Distinct sponsors = new Distinct("activeSponsors", before("sponsor_id", window), changes);
        Distinct households = new Distinct("households", before("household_id", window), changes);
        jdbc.sql(VERSIONS).params(window).withFetchSize(FETCHED).query(row -> {
            version(row, changes);
            long at = row.getLong("at");
            int times = row.getInt("times");
            sponsors.count(at, row.getString("sponsor_id"), times);
            if (row.getString("household_id") != null) {
                households.count(at, row.getString("household_id"), times);
            }
        });
        sponsors.end();
        households.end();
    }

    private static void version(ResultSet row, Changes changes) throws SQLException {
        long at = row.getLong("at");
        int times = row.getInt("times");
        long minutes = times * row.getLong("minutes");
        String month = YearMonth.from(row.getObject("day", LocalDate.class)).toString();
        changes.add(figure("totals", null, "minutes"), at, minutes);
        changes.add(figure("totals", null, "entries"), at, times);
        if (row.getString("status").equals("APPROVED")) {
            changes.add(figure("totals", null, "approvedMinutes"), at, minutes);
        }
        changes.add(figure("byMonth", month, "minutes"), at, minutes);
        changes.add(figure("byActivity", row.getString("activity"), "minutes"), at, minutes);
        changes.add(figure("bySponsor", row.getString("sponsor_id"), "minutes"), at, minutes);
    }

    private Map<String, Long> before(String column, Map<String, Object> window) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(BEFORE.formatted(column, counts("h", ":from", ":to")))
                .params(window)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** How many there are with at least one entry that counts: changes only where an event takes a count from or to 0. */
    private static final class Distinct {
        private final String name;
        private final Map<String, Long> counts;
        private final Changes changes;
        private final Map<String, Long> now = new HashMap<>();
        private long position;

        Distinct(String name, Map<String, Long> counts, Changes changes) {
            this.name = name;
            this.counts = counts;
            this.changes = changes;
        }

        void count(long at, String key, int times) {
            if (at != position) {
                end();
                position = at;
            }
            now.merge(key, (long) times, Long::sum);
        }

        void end() {
            now.forEach((key, times) -> {
                long before = counts.getOrDefault(key, 0L);
                long after = before + times;
                counts.put(key, after);
                if (before == 0 != (after == 0)) {
                    changes.add(figure("totals", null, name), position, after == 0 ? -1 : 1);
                }
            });
            now.clear();
        }
    }
}
