package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.funding.Outlook.Lack;
import org.patenbuch.funding.Outlook.Overdue;
import org.patenbuch.funding.Schedule.PledgeTerms;
import org.patenbuch.partnership.Rule;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks ahead from a day: what is overdue, and when each fund runs dry. */
@Component
public class Outlooks {
    private static final String FUNDS = """
            SELECT id, name, coalesce(closed_since <= :position, false) FROM funding.fund
            WHERE partnership = :partnership AND {holds} ORDER BY id""";
    private static final String PLANS = """
            SELECT fund_id, year, amount_cents FROM funding.budget_line
            WHERE partnership = :partnership AND {holds} AND year BETWEEN :year AND :year + 3""";
    private static final String WARNING = """
            SELECT value FROM funding.rule
            WHERE partnership = :partnership AND rule = 'GAP_WARNING_MONTHS' AND {holds} AND valid_from <= :on
            ORDER BY valid_from DESC, since DESC LIMIT 1""";

    /** What has come in up to the day, of every kind, as the pledge itself counts it. */
    private static final String PROMISED = """
            SELECT p.id, p.partner_id, p.fund_id, p.from_day, p.to_day, t.amount_cents, t.instalments, c.received
            FROM (SELECT * FROM funding.pledge WHERE partnership = :partnership AND {holds}) p
            CROSS JOIN LATERAL (
                SELECT amount_cents, instalments FROM funding.pledge_terms
                WHERE partnership = p.partnership AND pledge_id = p.id AND {holds}) t
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(amount_cents), 0)::bigint AS received FROM funding.contribution
                WHERE partnership = p.partnership AND {holds} AND received_on <= :on
                    AND (pledge_id = p.id OR linked_pledge_id = p.id AND linked_since <= :position)) c
            WHERE t.amount_cents > c.received""";

    private record Promise(String id, String partnerId, String fundId, PledgeTerms terms, long receivedCents) {}

    private final JdbcClient jdbc;
    private final Moments moments;

    Outlooks(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /**
     * A pledge that still lacks something, as a booking of the bank may pay it.
     *
     * @param dueOn of its next instalment, of which {@code nextCents} are missing of {@code instalmentCents}
     */
    public record Expected(
            String pledgeId,
            String partnerId,
            String fundId,
            LocalDate dueOn,
            long nextCents,
            long instalmentCents,
            long outstandingCents) {}

    /** What is still expected, as known now, whenever it is due. */
    public List<Expected> expected(String partnership) {
        return moments.answer(
                Asked.NOW,
                FundingView.NAME,
                partnership,
                moment -> promises(partnership, Asked.NOW.lastDay(), moment).stream()
                        .map(Outlooks::expected)
                        .toList());
    }

    private static Expected expected(Promise promise) {
        Due next = Schedule.of(promise.terms(), promise.receivedCents()).stream()
                .filter(due -> due.missingCents() > 0)
                .findFirst()
                .orElseThrow();
        return new Expected(
                promise.id(),
                promise.partnerId(),
                promise.fundId(),
                next.dueOn(),
                next.missingCents(),
                next.amountCents(),
                promise.terms().amountCents() - promise.receivedCents());
    }

    /** Seen from the end of the asked period; without one, from today. */
    public Outlook answer(String partnership, Asked asked) {
        return moments.answer(
                asked,
                FundingView.NAME,
                partnership,
                moment -> answer(partnership, asked.to() == null ? moments.today(asked, moment) : asked.to(), moment));
    }

    private Outlook answer(String partnership, LocalDate on, Moment moment) {
        Map<String, Forecast> forecasts = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        ask(FUNDS, partnership, on, moment).query(row -> {
            if (!row.getBoolean(3)) {
                names.put(row.getString(1), row.getString(2));
            }
            forecasts.put(row.getString(1), new Forecast(on));
        });
        FundSums.flows(
                jdbc,
                partnership,
                on,
                moment,
                (fundId, month, into, spent) -> forecasts.get(fundId).moved(month, into, spent));
        ask(PLANS, partnership, on, moment)
                .param("year", on.plusDays(1).getYear())
                .query(row -> {
                    forecasts.get(row.getString(1)).plans(row.getInt(2), row.getLong(3));
                });
        List<Overdue> overdue = new ArrayList<>();
        promises(partnership, on, moment)
                .forEach(promise -> Schedule.of(promise.terms(), promise.receivedCents()).stream()
                        .filter(due -> due.missingCents() > 0)
                        .forEach(due -> {
                            forecasts.get(promise.fundId()).expects(due.dueOn(), due.missingCents());
                            if (due.dueOn().isBefore(on)) {
                                overdue.add(overdue(promise, due));
                            }
                        }));
        overdue.sort(Comparator.comparing(Overdue::dueOn).thenComparing(Overdue::pledgeId));
        long warnMonths = ask(WARNING, partnership, on, moment)
                .query(Long.class)
                .optional()
                .orElse(Rule.GAP_WARNING_MONTHS.withoutRule());
        return new Outlook(
                on,
                warnMonths,
                names.entrySet().stream()
                        .map(fund -> forecasts.get(fund.getKey()).outlook(fund.getKey(), fund.getValue(), warnMonths))
                        .toList(),
                overdue,
                moment.position(),
                moment.knownAt());
    }

    private List<Promise> promises(String partnership, LocalDate on, Moment moment) {
        return ask(PROMISED, partnership, on, moment)
                .query((row, n) -> new Promise(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new PledgeTerms(
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class),
                                row.getLong(6),
                                Listing.list(row.getString(7), Instalment.class)),
                        row.getLong(8)))
                .list();
    }

    private static Overdue overdue(Promise promise, Due due) {
        return new Overdue(
                promise.id(),
                promise.partnerId(),
                promise.fundId(),
                due.dueOn(),
                due.agreed(),
                due.amountCents(),
                due.missingCents(),
                due.receivedCents() == 0 ? Lack.LATE : Lack.SHORT);
    }

    private JdbcClient.StatementSpec ask(String sql, String partnership, LocalDate on, Moment moment) {
        return jdbc.sql(sql.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("on", on);
    }
}
