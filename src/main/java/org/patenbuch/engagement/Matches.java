package org.patenbuch.engagement;

import java.util.List;
import org.patenbuch.projections.Moment;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts sponsorships: how many a period began and ended with, and how they ended. What was entered by mistake is none. */
@Component
public class Matches {
    private static final String COUNTED = """
            SELECT count(*) FILTER (WHERE end_day IS NULL OR end_day > :to),
                   count(*) FILTER (WHERE from_day >= :from),
                   count(*) FILTER (WHERE end_day <= :to)
            FROM engagement.sponsorship
            WHERE partnership = :partnership AND {holds} AND from_day <= :to AND (end_day IS NULL OR end_day >= :from)
              AND outcome IS DISTINCT FROM 'ENTERED_BY_MISTAKE'""";
    private static final String OUTCOMES = """
            SELECT outcome, count(*) FROM engagement.sponsorship
            WHERE partnership = :partnership AND {holds} AND end_day BETWEEN :from AND :to
              AND outcome <> 'ENTERED_BY_MISTAKE'
            GROUP BY 1 ORDER BY 2 DESC, 1""";

    private final JdbcClient jdbc;

    Matches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param running after the last day of the period
     * @param begun in it, {@code ended} in it
     */
    public record Counted(long running, long begun, long ended, List<OutcomeLine> byOutcome) {}

    public record OutcomeLine(Outcome outcome, long count) {}

    Counted of(String partnership, Period period, Moment moment) {
        List<OutcomeLine> byOutcome = ask(OUTCOMES, partnership, period, moment)
                .query((row, n) -> new OutcomeLine(Outcome.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return ask(COUNTED, partnership, period, moment)
                .query((row, n) -> new Counted(row.getLong(1), row.getLong(2), row.getLong(3), byOutcome))
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, Period period, Moment moment) {
        return jdbc.sql(sql.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("from", period.from())
                .param("to", period.to());
    }
}
