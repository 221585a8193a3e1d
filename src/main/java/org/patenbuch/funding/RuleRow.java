package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/** One rule, as it was set; of the same rule the one that is valid from a later day goes before. */
public record RuleRow(
        String id,
        String rule,
        long value,
        LocalDate validFrom,
        @Nullable String funder) {
    static final Listing<RuleRow> LISTING = new Listing<>(
            """
            SELECT id, rule, value, valid_from AS day, funder FROM funding.rule
            WHERE partnership = :partnership AND {holds}""",
            Map.of(
                    "from",
                    "day >= :from",
                    "to",
                    "day <= :to",
                    "partnerId",
                    "funder = :partnerId",
                    "q",
                    TextFilter.in("id", "rule")),
            (row, n) -> new RuleRow(
                    row.getString("id"),
                    row.getString("rule"),
                    row.getLong("value"),
                    row.getObject("day", LocalDate.class),
                    row.getString("funder")),
            rule -> Cursor.of(rule.validFrom(), rule.id()));
}
