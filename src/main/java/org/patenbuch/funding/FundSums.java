package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.funding.Funding.FundLine;
import org.patenbuch.funding.Funding.MonthLine;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Stretches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money in funds: received and spent in a period, and cash at its end. */
final class FundSums {
    private static final String MONTHS = """
            SELECT fund_id, month, money_cents AS money, spent_cents AS spent, moved_cents AS moved
            FROM funding.fund_month
            WHERE partnership = :partnership AND month >= :wholeFrom AND month < :wholeTo""";

    /** Of a past moment: the stretches of the journal before it, and what happened in the one it lies in. */
    private static final String PAST = """
            SELECT fund_id, month, money_cents AS money, spent_cents AS spent, moved_cents AS moved
            FROM funding.fund_month_past
            WHERE partnership = :partnership AND month >= :wholeFrom AND month < :wholeTo AND stretch < :stretch
            UNION ALL
            SELECT fund_id, date_trunc('month', day::timestamp)::date, CASE kind WHEN 'MONEY' THEN cents ELSE 0 END,
                CASE kind WHEN 'SPENT' THEN cents ELSE 0 END, CASE kind WHEN 'MOVED' THEN cents ELSE 0 END
            FROM ({movements}) m WHERE day >= :wholeFrom AND day < :wholeTo
            """.replace("{movements}", FundingChanges.MOVEMENTS);

    private static final String FLOWS = """
            {sums}
            UNION ALL
            SELECT fund_id, date_trunc('month', received_on::timestamp)::date, amount_cents, 0, 0
            FROM funding.contribution
            WHERE partnership = :partnership AND kind = 'MONEY' AND {holds} AND {received}
            UNION ALL
            SELECT fund_id, date_trunc('month', paid_on::timestamp)::date, 0, amount_cents, 0
            FROM funding.expense WHERE partnership = :partnership AND {holds} AND {paid}
            UNION ALL
            SELECT fund_id, date_trunc('month', on_day::timestamp)::date, 0, 0, moved_cents
            FROM funding.transfer
            WHERE partnership = :partnership AND {holds} AND {moved}
            """.replace("{received}", Span.edges("received_on"))
            .replace("{paid}", Span.edges("paid_on"))
            .replace("{moved}", Span.edges("on_day"));

    private static final String BY_FUND_AND_MONTH =
            "SELECT fund_id, month, sum(money), sum(spent) FROM (" + FLOWS + ") f GROUP BY fund_id, month";
    private static final String EVERY_MONTH =
            "SELECT fund_id, month, sum(money + moved), sum(spent) FROM (" + FLOWS + ") f GROUP BY fund_id, month";
    private static final String BALANCES =
            "SELECT fund_id, sum(money - spent + moved) FROM (" + FLOWS + ") f GROUP BY fund_id";
    private static final String FUNDS =
            "SELECT id, name FROM funding.fund WHERE partnership = :partnership AND {holds} ORDER BY id";
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private record Flow(long receivedCents, long spentCents) {
        Flow plus(Flow other) {
            return new Flow(receivedCents + other.receivedCents, spentCents + other.spentCents);
        }
    }

    private record Name(String fundId, String name) {}

    private final Map<String, Flow> flows = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final Months months = new Months();
    private final List<Name> names;
    private final Asked asked;

    FundSums(JdbcClient jdbc, String partnership, Asked asked, Moment moment) {
        this.asked = asked;
        names = sql(jdbc, FUNDS, partnership, moment)
                .query((row, n) -> new Name(row.getString(1), row.getString(2)))
                .list();
        sql(jdbc, BY_FUND_AND_MONTH, partnership, moment)
                .params(Span.of(asked.firstDay(), asked.lastDay()).parameters())
                .query(row -> {
                    LocalDate month = row.getObject(2, LocalDate.class);
                    add(row.getString(1), YearMonth.from(month), new Flow(row.getLong(3), row.getLong(4)));
                });
        balances.putAll(balances(jdbc, partnership, asked.lastDay(), moment));
    }

    /** Cash at the end of a day, by fund; funds that never had any are left out. */
    static Map<String, Long> balances(JdbcClient jdbc, String partnership, LocalDate day, Moment moment) {
        Map<String, Long> balances = new HashMap<>();
        sql(jdbc, BALANCES, partnership, moment)
                .params(Span.of(BEGINNING, day).parameters())
                .query(row -> {
                    balances.put(row.getString(1), row.getLong(2));
                });
        return balances;
    }

    /** What moved in each month of each fund. */
    interface Flows {
        void moved(String fundId, YearMonth month, long intoCents, long spentCents);
    }

    /** Every month's flows up to a day; together a fund's are its cash. */
    static void flows(JdbcClient jdbc, String partnership, LocalDate day, Moment moment, Flows hearer) {
        sql(jdbc, EVERY_MONTH, partnership, moment)
                .params(Span.of(BEGINNING, day).parameters())
                .query(row -> {
                    YearMonth month = YearMonth.from(row.getObject(2, LocalDate.class));
                    hearer.moved(row.getString(1), month, row.getLong(3), row.getLong(4));
                });
    }

    private static JdbcClient.StatementSpec sql(JdbcClient jdbc, String sql, String partnership, Moment moment) {
        String sums = moment.current() ? MONTHS : PAST;
        return jdbc.sql(sql.replace("{sums}", sums).replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("position", moment.position())
                .param("stretch", Stretches.of(moment.position()))
                .param("after", Stretches.before(moment.position()));
    }

    private void add(String fundId, YearMonth month, Flow flow) {
        flows.merge(fundId, flow, Flow::plus);
        months.add(month, flow.receivedCents(), flow.spentCents());
    }

    /** Every fund, also those nothing has happened to. */
    List<FundLine> byFund() {
        return names.stream()
                .map(fund -> {
                    Flow flow = flows.getOrDefault(fund.fundId(), new Flow(0, 0));
                    long balanceCents = balances.getOrDefault(fund.fundId(), 0L);
                    return new FundLine(
                            fund.fundId(), fund.name(), flow.receivedCents(), flow.spentCents(), balanceCents);
                })
                .toList();
    }

    List<MonthLine> byMonth() {
        return months.lines(asked);
    }

    long spentCents() {
        return flows.values().stream().mapToLong(Flow::spentCents).sum();
    }

    long balanceCents() {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }
}
