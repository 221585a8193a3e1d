package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.MonthSums.Dimension;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up hours over a period: of the current state from the sums by month, with only the days outside whole months
 * read entry by entry; of an earlier moment from what each
 * stretch of the journal before it added.
 */
@Component
class HourSums {
    /** @param month its first day */
    record Sum(LocalDate month, String key, long minutes, long approvedMinutes, long entries) {}

    record SealedLine(String sponsorId, @Nullable String sealedName, long minutes) {}

    private static final String MONTHS = """
            SELECT month, key, minutes, approved_minutes, entries FROM engagement.month_sum
            WHERE partnership = :partnership AND dimension = '%1$s' AND month BETWEEN :firstMonth AND :lastMonth
            UNION ALL
            """;
    /** Of a past moment: the stretches of the journal before it, and what happened in the one it lies in. */
    private static final String PAST = """
            SELECT month, key, minutes, approved_minutes, entries FROM engagement.month_past
            WHERE partnership = :partnership AND dimension = '%1$s' AND month BETWEEN :firstMonth AND :lastMonth
              AND stretch < :stretch
            UNION ALL
            SELECT date_trunc('month', day)::date, %2$s, times * minutes,
                   CASE WHEN status = 'APPROVED' THEN times * minutes ELSE 0 END, times
            FROM ({versions}) t WHERE %2$s IS NOT NULL
            UNION ALL
            """.replace("{versions}", EngagementChanges.versions(":firstMonth", ":lastDay"));

    private static final String ENTRIES = """
            SELECT date_trunc('month', day)::date AS month, %2$s AS key, minutes,
                   CASE WHEN status = 'APPROVED' THEN minutes ELSE 0 END AS approved_minutes, 1 AS entries
            FROM engagement.hours
            WHERE partnership = :partnership AND %3$s AND status <> 'WITHDRAWN' AND %2$s IS NOT NULL
              AND (%4$s)""";
    private static final String YEARS = """
            SELECT DISTINCT extract(year FROM month)::integer FROM engagement.month_sum
            WHERE partnership = ? AND dimension = 'ACTIVITY' AND entries > 0""";
    private static final String EDGES = "day BETWEEN :before AND :beforeEnd OR day BETWEEN :behind AND :behindEnd";

    private final JdbcClient jdbc;

    HourSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By month and activity: as many rows as the period has months, times five. */
    List<Sum> byMonthAndActivity(String partnership, Period period, Moment moment) {
        String sql = "SELECT month, key, sum(minutes), sum(approved_minutes), sum(entries) FROM (%s) s"
                        .formatted(source(Dimension.ACTIVITY, moment))
                + " GROUP BY month, key HAVING sum(entries) > 0 ORDER BY month, key";
        return ask(sql, partnership, period, moment)
                .query((row, n) -> new Sum(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    /** By sponsor, those with most hours first, with the name as sealed. */
    List<SealedLine> bySponsor(String partnership, Period period, Moment moment) {
        String sql = """
                SELECT key, name, minutes
                FROM (SELECT key, sum(minutes) AS minutes FROM (%s) s GROUP BY key HAVING sum(entries) > 0) h
                LEFT JOIN engagement.sponsor v ON v.partnership = :partnership AND v.id = h.key AND %s
                ORDER BY minutes DESC, key""".formatted(source(Dimension.SPONSOR, moment), moment.holds());
        return ask(sql, partnership, period, moment)
                .query((row, n) -> new SealedLine(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    long households(String partnership, Period period, Moment moment) {
        String sql = "SELECT count(*) FROM (SELECT key FROM (%s) s GROUP BY key HAVING sum(entries) > 0) h"
                .formatted(source(Dimension.HOUSEHOLD, moment));
        return ask(sql, partnership, period, moment).query(Long.class).single();
    }

    /** By a word that stands at the household or sponsor the hours belong to, most minutes first. */
    List<Engagement.PartLine> by(Part part, String partnership, Period period, Moment moment) {
        String sql = """
                SELECT v.%s, sum(h.minutes), count(*)
                FROM (SELECT key, sum(minutes) AS minutes FROM (%s) s GROUP BY key HAVING sum(entries) > 0) h
                JOIN %s v ON v.partnership = :partnership AND v.id = h.key AND %s
                GROUP BY 1 ORDER BY 2 DESC, 1""".formatted(part.column, source(part.of, moment), part.table, moment.holds());
        return ask(sql, partnership, period, moment)
                .query((row, n) -> new Engagement.PartLine(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** What hours can be parted by, beside month, activity and sponsor. */
    enum Part {
        DISTRICT(Dimension.HOUSEHOLD, "engagement.household", "district"),
        KIND(Dimension.SPONSOR, "engagement.sponsor", "kind");

        private final Dimension of;
        private final String table;
        private final String column;

        Part(Dimension of, String table, String column) {
            this.of = of;
            this.table = table;
            this.column = column;
        }
    }

    List<Integer> years(String partnership) {
        return jdbc.sql(YEARS).param(partnership).query(Integer.class).list();
    }

    private static String source(Dimension dimension, Moment moment) {
        String sql = (moment.current() ? MONTHS : PAST) + ENTRIES;
        return sql.formatted(dimension, dimension.column, moment.holds(), EDGES);
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, Period period, Moment moment) {
        return jdbc.sql(sql)
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("firstMonth", period.firstWholeMonth())
                .param("lastMonth", period.lastWholeMonth())
                .param("lastDay", period.lastWholeMonth().plusMonths(1).minusDays(1))
                .param("stretch", Stretches.of(moment.position()))
                .param("after", Stretches.before(moment.position()))
                .param("before", period.daysBefore().from())
                .param("beforeEnd", period.daysBefore().to())
                .param("behind", period.daysAfter().from())
                .param("behindEnd", period.daysAfter().to());
    }
}
