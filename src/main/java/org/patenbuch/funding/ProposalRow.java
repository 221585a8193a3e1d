package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;

/**
 * One proposed expense.
 *
 * @param expenseId as which it was recorded; null unless it was accepted
 * @param answer why it was declined
 */
public record ProposalRow(
        String id,
        String fundId,
        String category,
        long amountCents,
        LocalDate paidOn,
        String payee,
        String voucher,
        Status status,
        @Nullable String expenseId,
        @Nullable String answer) {
    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    static final Listing<ProposalRow> LISTING = new Listing<>(
            """
            SELECT p.id, p.fund_id, p.category, p.amount_cents, p.paid_on, p.paid_on AS day, p.payee, p.voucher,
                CASE WHEN w.decided THEN p.outcome ELSE 'OPEN' END AS status,
                CASE WHEN w.decided THEN p.expense_id END AS expense_id,
                CASE WHEN w.decided THEN p.answer END AS answer
            FROM funding.proposal p
            CROSS JOIN LATERAL (SELECT coalesce(p.until <= :position, false) AS decided) w
            WHERE p.partnership = :partnership AND p.since <= :position""",
            Map.of(
                    "from",
                    "day >= :from",
                    "to",
                    "day <= :to",
                    "fundId",
                    "fund_id = :fundId",
                    "status",
                    "status = :status",
                    "q",
                    Listing.searching("id", "category", "payee", "voucher")),
            (row, n) -> new ProposalRow(
                    row.getString("id"),
                    row.getString("fund_id"),
                    row.getString("category"),
                    row.getLong("amount_cents"),
                    row.getObject("paid_on", LocalDate.class),
                    row.getString("payee"),
                    row.getString("voucher"),
                    Status.valueOf(row.getString("status")),
                    row.getString("expense_id"),
                    row.getString("answer")),
            proposal -> Cursor.of(proposal.paidOn(), proposal.id()));
}
