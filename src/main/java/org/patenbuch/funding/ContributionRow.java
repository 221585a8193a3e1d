package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;

/**
 * One contribution.
 *
 * @param reversed whether it has been undone
 * @param remainingCents of its money, in whichever fund it lies by now; in kind and staff time are used at once
 */
public record ContributionRow(
        String id,
        String partnerId,
        String fundId,
        @Nullable String pledgeId,
        String kind,
        String nature,
        long amountCents,
        LocalDate receivedOn,
        String evidence,
        @Nullable String valuationBasis,
        boolean reversed,
        long remainingCents) {
    static final Listing<ContributionRow> LISTING = new Listing<>(
            """
            SELECT c.*, c.received_on AS day, w.status, CASE
                WHEN w.status = 'RECORDED' AND c.kind = 'MONEY' THEN c.amount_cents - s.spent ELSE 0 END AS remaining
            FROM funding.contribution c
            CROSS JOIN LATERAL (
                SELECT CASE WHEN c.until <= :position THEN 'REVERSED' ELSE 'RECORDED' END AS status) w
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(amount_cents), 0)::bigint AS spent FROM funding.expense_part
                WHERE partnership = c.partnership AND contribution_id = c.id AND {holds}) s
            WHERE c.partnership = :partnership AND c.since <= :position""",
            Map.of(
                    "from",
                    "day >= :from",
                    "to",
                    "day <= :to",
                    "partnerId",
                    "partner_id = :partnerId",
                    "fundId",
                    "fund_id = :fundId",
                    "status",
                    "status = :status",
                    "q",
                    Listing.searching("id", "evidence", "pledge_id")),
            (row, n) -> new ContributionRow(
                    row.getString("id"),
                    row.getString("partner_id"),
                    row.getString("fund_id"),
                    row.getString("pledge_id"),
                    row.getString("kind"),
                    row.getString("nature"),
                    row.getLong("amount_cents"),
                    row.getObject("received_on", LocalDate.class),
                    row.getString("evidence"),
                    row.getString("valuation_basis"),
                    row.getString("status").equals("REVERSED"),
                    row.getLong("remaining")),
            contribution -> Cursor.of(contribution.receivedOn(), contribution.id()));
}
