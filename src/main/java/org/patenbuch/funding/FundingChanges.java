package org.patenbuch.funding;

import static org.patenbuch.funding.Funding.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which events the figures of the funding view changed between two positions. */
@Component
public class FundingChanges {
    private static final int FETCHED = 2_000;
    private static final Map<String, String> RECEIVED = Map.of(
            "MONEY", "receivedMoneyCents", "IN_KIND", "receivedInKindCents", "STAFF_TIME", "receivedStaffTimeCents");

    /** Behind {@code :after}, up to {@code :position}: what was recorded counts, what was undone counts no longer. */
    static final String MOVEMENTS = """
            SELECT since AS at, kind, fund_id, partner_id, received_on AS day, amount_cents AS cents
            FROM funding.contribution WHERE partnership = :partnership AND since > :after AND since <= :position
            UNION ALL
            SELECT until, kind, fund_id, partner_id, received_on, -amount_cents
            FROM funding.contribution WHERE partnership = :partnership AND until > :after AND until <= :position
            UNION ALL
            SELECT since, 'SPENT', fund_id, NULL, paid_on, amount_cents
            FROM funding.expense WHERE partnership = :partnership AND since > :after AND since <= :position
            UNION ALL
            SELECT until, 'SPENT', fund_id, NULL, paid_on, -amount_cents
            FROM funding.expense WHERE partnership = :partnership AND until > :after AND until <= :position
            UNION ALL
            SELECT since, 'MOVED', fund_id, NULL, on_day, moved_cents
            FROM funding.transfer WHERE partnership = :partnership AND since > :after AND since <= :position
            """;

    private final JdbcClient jdbc;

    FundingChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * To be called in the transaction that answers, when the view has read {@code upTo}.
     *
     * @param after what was known up to there is the state before
     * @param asked the period
     */
    public void gather(String partnership, long after, long upTo, Asked asked, Changes changes) {
        jdbc.sql(MOVEMENTS + "ORDER BY at")
                .param("partnership", partnership)
                .param("after", after)
                .param("position", upTo)
                .withFetchSize(FETCHED)
                .query(row -> {
                    movement(row, asked, changes);
                });
        new PledgeChanges(jdbc, partnership, after, upTo, asked).gather(changes);
    }

    private static void movement(ResultSet row, Asked asked, Changes changes) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        if (day.isAfter(asked.lastDay())) {
            return;
        }
        String kind = row.getString("kind");
        long at = row.getLong("at");
        long cents = row.getLong("cents");
        String fund = row.getString("fund_id");
        if (!day.isBefore(asked.firstDay()) && RECEIVED.containsKey(kind)) {
            changes.add(figure("totals", null, RECEIVED.get(kind)), at, cents);
            changes.add(figure("byPartner", row.getString("partner_id"), RECEIVED.get(kind)), at, cents);
        }
        if (!day.isBefore(asked.firstDay()) && (kind.equals("MONEY") || kind.equals("SPENT"))) {
            String name = kind.equals("SPENT") ? "spentCents" : RECEIVED.get(kind);
            if (kind.equals("SPENT")) {
                changes.add(figure("totals", null, name), at, cents);
            }
            changes.add(figure("byFund", fund, name), at, cents);
            changes.add(figure("byMonth", YearMonth.from(day).toString(), name), at, cents);
        }
        if (!kind.equals("IN_KIND") && !kind.equals("STAFF_TIME")) {
            long cash = kind.equals("SPENT") ? -cents : cents;
            changes.add(figure("totals", null, "balanceCents"), at, cash);
            changes.add(figure("byFund", fund, "balanceCents"), at, cash);
        }
    }
}
