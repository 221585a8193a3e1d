package org.patenbuch.funding;

import java.util.List;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one partner's money paid, by fund and category; who was paid stays out of it. */
@Component
public class PartnerMoney {
    private static final String SPENT = """
            SELECT f.name, e.category, sum(p.amount_cents)::bigint
            FROM (SELECT * FROM funding.expense_part
                WHERE partnership = :partnership AND {holds} AND paid_on BETWEEN :from AND :to) p
            JOIN funding.contribution c ON c.partnership = p.partnership AND c.id = p.contribution_id
                AND c.partner_id = :partner
            JOIN funding.expense e ON e.partnership = p.partnership AND e.id = p.expense_id
            JOIN (SELECT * FROM funding.fund WHERE partnership = :partnership AND {holds}) f ON f.id = e.fund_id
            GROUP BY f.name, e.category ORDER BY 3 DESC, 1, 2""";

    private final JdbcClient jdbc;
    private final Moments moments;

    PartnerMoney(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** @param cents of the partner's money, spent in the period on this category out of this fund */
    public record Spent(String fund, String category, long cents) {}

    /** The largest first. */
    public List<Spent> spent(String partnership, String partnerId, Asked asked) {
        return moments.answer(
                asked,
                FundingView.NAME,
                partnership,
                moment -> jdbc.sql(SPENT.replace("{holds}", moment.holds()))
                        .param("partnership", partnership)
                        .param("partner", partnerId)
                        .param("position", moment.position())
                        .param("from", asked.firstDay())
                        .param("to", asked.lastDay())
                        .query((row, n) -> new Spent(row.getString(1), row.getString(2), row.getLong(3)))
                        .list());
    }
}
