package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/**
 * One pledge, by its present terms.
 *
 * @param receivedCents of every kind; may be more than was promised
 * @param outstandingCents what it still lacks; nothing once it is withdrawn
 */
public record PledgeRow(
        String id,
        String partnerId,
        String fundId,
        long amountCents,
        LocalDate from,
        LocalDate to,
        List<Instalment> instalments,
        Status status,
        long receivedCents,
        long outstandingCents) {
    /** When it is due and what of each instalment has come, by all that has been received; assumed where none was agreed. */
    public List<Due> schedule() {
        return Schedule.of(new Schedule.PledgeTerms(from, to, amountCents, instalments), receivedCents);
    }

    public enum Status {
        OPEN,
        FULFILLED,
        WITHDRAWN
    }

    static final Listing<PledgeRow> LISTING = new Listing<>(
            """
            SELECT p.*, p.from_day AS day, CASE WHEN withdrawn THEN 'WITHDRAWN'
                WHEN outstanding_cents = 0 THEN 'FULFILLED' ELSE 'OPEN' END AS status
            FROM (%s) p""".formatted(Pledged.SQL),
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
                    TextFilter.in("id")),
            (row, n) -> new PledgeRow(
                    row.getString("id"),
                    row.getString("partner_id"),
                    row.getString("fund_id"),
                    row.getLong("amount_cents"),
                    row.getObject("from_day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    Listing.list(row.getString("instalments"), Instalment.class),
                    Status.valueOf(row.getString("status")),
                    row.getLong("received_cents"),
                    row.getLong("outstanding_cents")),
            pledge -> Cursor.of(pledge.from(), pledge.id()));
}
