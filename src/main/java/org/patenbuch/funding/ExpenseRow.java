package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;

/**
 * One expense.
 *
 * @param payee null if it has been erased
 * @param reversed whether it has been undone
 * @param paidBy which contributions paid it, first in, first out; none once it is reversed
 * @param files its vouchers, kept here
 */
public record ExpenseRow(
        String id,
        String fundId,
        String category,
        long amountCents,
        LocalDate paidOn,
        @Nullable String payee,
        String voucher,
        boolean reversed,
        List<Paid> paidBy,
        List<KeptFile> files) {
    public record Paid(String contributionId, long amountCents) {}

    /** The status by which expenses are found that hold no file yet. */
    public static final String VOUCHER_MISSING = "VOUCHER_MISSING";

    ExpenseRow with(@Nullable String openedPayee) {
        return new ExpenseRow(id, fundId, category, amountCents, paidOn, openedPayee, voucher, reversed, paidBy, files);
    }

    /** The filter by partner finds what that partner's money paid, be it only a part. */
    static final Listing<ExpenseRow> LISTING = new Listing<>(
            """
            SELECT e.*, e.paid_on AS day, w.status, s.paid_by, g.files
            FROM funding.expense e
            CROSS JOIN LATERAL (
                SELECT CASE WHEN e.until <= :position THEN 'REVERSED' ELSE 'RECORDED' END AS status) w
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object('contributionId', contribution_id, 'amountCents', cents)
                    ORDER BY place), '[]') AS paid_by
                FROM (SELECT contribution_id, sum(amount_cents) AS cents, min(place) AS place
                    FROM funding.expense_part
                    WHERE partnership = e.partnership AND expense_id = e.id AND {holds} GROUP BY contribution_id) p) s
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', id, 'sha256', sha256, 'mediaType', media_type, 'sizeBytes', size_bytes)
                    ORDER BY since, id), '[]') AS files
                FROM funding.file
                WHERE partnership = e.partnership AND entry = 'EXPENSE' AND entry_id = e.id AND {holds}) g
            WHERE e.partnership = :partnership AND e.since <= :position""",
            Map.of(
                    "from",
                    "day >= :from",
                    "to",
                    "day <= :to",
                    "fundId",
                    "fund_id = :fundId",
                    "partnerId",
                    """
                    EXISTS (SELECT FROM funding.expense_part p
                        JOIN funding.contribution c ON c.partnership = p.partnership AND c.id = p.contribution_id
                        WHERE p.partnership = x.partnership AND p.expense_id = x.id AND p.since <= :position
                            AND (p.until IS NULL OR p.until > :position) AND c.partner_id = :partnerId)""",
                    "status",
                    "(status = :status OR :status = '%s' AND status = 'RECORDED' AND files = '[]')"
                            .formatted(VOUCHER_MISSING),
                    "q",
                    Payees.searching("id", "category", "voucher")),
            (row, n) -> new ExpenseRow(
                    row.getString("id"),
                    row.getString("fund_id"),
                    row.getString("category"),
                    row.getLong("amount_cents"),
                    row.getObject("paid_on", LocalDate.class),
                    row.getString("payee"),
                    row.getString("voucher"),
                    row.getString("status").equals("REVERSED"),
                    Listing.list(row.getString("paid_by"), Paid.class),
                    Listing.list(row.getString("files"), KeptFile.class)),
            expense -> Cursor.of(expense.paidOn(), expense.id()));
}
