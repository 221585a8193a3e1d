package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/** One partner, as registered. */
public record PartnerRow(String id, String name, String kind, List<String> roles, LocalDate since) {
    static final Listing<PartnerRow> LISTING = new Listing<>(
            """
            SELECT id, since_day AS day, name, kind, roles FROM funding.partner
            WHERE partnership = :partnership AND {holds}""",
            Map.of(
                    "from",
                    "day >= :from",
                    "to",
                    "day <= :to",
                    "partnerId",
                    "id = :partnerId",
                    "q",
                    TextFilter.in("id", "name")),
            (row, n) -> new PartnerRow(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("roles").lines().toList(),
                    row.getObject("day", LocalDate.class)),
            partner -> Cursor.of(partner.since(), partner.id()));
}
