package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/**
 * One contribution.
 *
 * @param pledgeId the promise it keeps, also if it was linked to it later
 * @param reversed whether it has been undone
 * @param remainingCents of its money, in whichever fund it lies by now; in kind and staff time are used at once
 * @param files its evidence, kept here
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
        long remainingCents,
        List<KeptFile> files) {
    /** By index among all pledges it may be kept for, then by the one it was kept for at the moment asked about. */
    private static final String TEXT = TextFilter.in("id", "evidence", "pledge_id", "linked_pledge_id") + " AND "
            + TextFilter.in("id", "evidence", "kept_pledge_id");

    static final Listing<ContributionRow> LISTING = new Listing<>(
            """
            SELECT c.*, c.received_on AS day, w.status, g.files,
                coalesce(c.pledge_id, CASE WHEN c.linked_since <= :position THEN c.linked_pledge_id END)
                    AS kept_pledge_id, CASE
                WHEN w.status = 'RECORDED' AND c.kind = 'MONEY' THEN c.amount_cents - s.spent ELSE 0 END AS remaining
            FROM funding.contribution c
            CROSS JOIN LATERAL (
                SELECT CASE WHEN c.until <= :position THEN 'REVERSED' ELSE 'RECORDED' END AS status) w
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(amount_cents), 0)::bigint AS spent FROM funding.expense_part
                WHERE partnership = c.partnership AND contribution_id = c.id AND {holds}) s
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'id', id, 'sha256', sha256, 'mediaType', media_type, 'sizeBytes', size_bytes)
                    ORDER BY since, id), '[]') AS files
                FROM funding.file
                WHERE partnership = c.partnership AND entry = 'CONTRIBUTION' AND entry_id = c.id AND {holds}) g
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
                    TEXT),
            (row, n) -> new ContributionRow(
                    row.getString("id"),
                    row.getString("partner_id"),
                    row.getString("fund_id"),
                    row.getString("kept_pledge_id"),
                    row.getString("kind"),
                    row.getString("nature"),
                    row.getLong("amount_cents"),
                    row.getObject("received_on", LocalDate.class),
                    row.getString("evidence"),
                    row.getString("valuation_basis"),
                    row.getString("status").equals("REVERSED"),
                    row.getLong("remaining"),
                    Listing.list(row.getString("files"), KeptFile.class)),
            contribution -> Cursor.of(contribution.receivedOn(), contribution.id()));
}
