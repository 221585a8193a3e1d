package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of one partner's money: given and spent in a period, and what is left of it at its end. */
final class OwnMoney {
    private static final String FLOWS = """
            SELECT date_trunc('month', day::timestamp)::date,
                coalesce(sum(money) FILTER (WHERE day >= :from), 0),
                coalesce(sum(spent) FILTER (WHERE day >= :from), 0),
                sum(money - spent)
            FROM (
                SELECT received_on AS day, amount_cents AS money, 0 AS spent FROM funding.contribution
                WHERE partnership = :partnership AND partner_id = :partner AND kind = 'MONEY' AND {holds}
                UNION ALL
                SELECT paid_on, 0, amount_cents FROM funding.expense_part
                WHERE partnership = :partnership AND {holds} AND contribution_id IN (
                    SELECT id FROM funding.contribution WHERE partnership = :partnership AND partner_id = :partner)) f
            WHERE day <= :to GROUP BY 1""";

    private final Months months = new Months();
    private final Asked asked;
    private long spentCents;
    private long leftCents;

    OwnMoney(JdbcClient jdbc, String partnership, String partnerId, Asked asked, Moment moment) {
        this.asked = asked;
        jdbc.sql(FLOWS.replace("{holds}", moment.holds()))
                .param("partnership", partnership)
                .param("partner", partnerId)
                .param("position", moment.position())
                .param("from", asked.firstDay())
                .param("to", asked.lastDay())
                .query(row -> {
                    months.add(YearMonth.from(row.getObject(1, LocalDate.class)), row.getLong(2), row.getLong(3));
                    spentCents += row.getLong(3);
                    leftCents += row.getLong(4);
                });
    }

    long spentCents() {
        return spentCents;
    }

    long leftCents() {
        return leftCents;
    }

    List<Funding.MonthLine> byMonth() {
        return months.lines(asked);
    }
}
