package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;

/**
 * One proposed expense.
 *
 * @param payee null if it has been erased
 * @param expenseId as which it was recorded; null unless it was accepted
 * @param answer why it was declined
 */
public record ProposalRow(
        String id,
        String fundId,
        String category,
        long amountCents,
        LocalDate paidOn,
        @Nullable String payee,
        String voucher,
        Status status,
        @Nullable String expenseId,
        @Nullable String answer) {
    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    ProposalRow with(@Nullable String openedPayee) {
        return new ProposalRow(
                id, fundId, category, amountCents, paidOn, openedPayee, voucher, status, expenseId, answer);
    }

    static final Listing<ProposalRow> LISTING = new Listing<>(
            """
            SELECT p.id, p.fund_id, p.category, p.amount_cents, p.paid_on, p.paid_on AS day, p.payee, p.payee_mark, p.voucher,
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
                    Payees.searching("id", "category", "voucher")),
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
