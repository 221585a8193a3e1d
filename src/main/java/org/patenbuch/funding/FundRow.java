package org.patenbuch.funding;

import java.util.List;
import java.util.Map;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/**
 * One fund.
 *
 * @param closed whether nothing more comes in or goes out
 * @param balanceCents its cash, at the end of the period asked for
 * @param budgetLines what is planned, by year and category
 */
public record FundRow(
        String id,
        String name,
        String purpose,
        boolean restricted,
        boolean closed,
        long balanceCents,
        List<BudgetLine> budgetLines) {
    public record BudgetLine(String id, int year, String category, long amountCents) {}

    private static final String NO_DAY = "0001-01-02";

    /** @param balances by fund; none is no cash */
    static Listing<FundRow> listing(Map<String, Long> balances) {
        return new Listing<>(
                """
                SELECT f.id, date '%s' AS day, f.name, f.purpose, f.restricted, f.closed, f.status, b.lines
                FROM (SELECT *, coalesce(closed_since <= :position, false) AS closed,
                    CASE WHEN closed_since <= :position THEN 'CLOSED' ELSE 'OPEN' END AS status
                    FROM funding.fund WHERE partnership = :partnership AND {holds}) f
                CROSS JOIN LATERAL (
                    SELECT coalesce(jsonb_agg(jsonb_build_object(
                        'id', id, 'year', year, 'category', category, 'amountCents', amount_cents)
                        ORDER BY year, category), '[]') AS lines
                    FROM funding.budget_line
                    WHERE partnership = f.partnership AND fund_id = f.id AND amount_cents > 0
                        AND {holds}) b""".formatted(NO_DAY),
                Map.of(
                        "fundId",
                        "id = :fundId",
                        "status",
                        "status = :status",
                        "q",
                        TextFilter.in("id", "name", "purpose")),
                (row, n) -> new FundRow(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getBoolean("restricted"),
                        row.getBoolean("closed"),
                        balances.getOrDefault(row.getString("id"), 0L),
                        Listing.list(row.getString("lines"), BudgetLine.class)),
                fund -> Cursor.of(NO_DAY, fund.id()));
    }
}
