package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.timesheet.Lines.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of approved hours and of who claims them, exact in the deciding transaction: an hour is claimed once, and
 * while it is, its approval stands.
 */
@Component
class Approvals {
    /** One approved entry that nobody claims. */
    record Approved(String entryId, LocalDate on, int minutes) {}

    private record Held(String entryId, @Nullable String claimId) {}

    private static final String KEEP = """
            INSERT INTO approved_hours (partnership, entry_id, sponsor_id, day, minutes) VALUES (?, ?, ?, ?, ?)""";
    private static final String HOLD = """
            SELECT entry_id, claim_id FROM approved_hours
            WHERE partnership = ? AND entry_id = ANY (?) ORDER BY day, entry_id FOR UPDATE""";
    private static final String FREE = """
            SELECT entry_id, day, minutes FROM approved_hours
            WHERE partnership = ? AND day BETWEEN ? AND ? AND claim_id IS NULL ORDER BY day, entry_id FOR UPDATE""";

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void approve(String partnership, String sponsorId, Map<String, Line> entries) {
        entries.forEach((id, line) -> jdbc.sql(KEEP)
                .params(partnership, id, sponsorId, line.on(), line.minutes())
                .update());
    }

    /** @throws Rejected {@code hours.claimed} if one of them is claimed; it stays so to the end of the transaction */
    void revoke(String partnership, List<String> entryIds) {
        String[] ids = entryIds.toArray(String[]::new);
        jdbc.sql(HOLD).params(partnership, ids).query((row, n) -> new Held(row.getString(1), row.getString(2))).stream()
                .filter(held -> held.claimId() != null)
                .findFirst()
                .ifPresent(held -> {
                    throw new Rejected("hours.claimed", held.entryId());
                });
        jdbc.sql("DELETE FROM approved_hours WHERE partnership = ? AND entry_id = ANY (?)")
                .params(partnership, ids)
                .update();
    }

    /** What nobody claims of a period; it is kept for this transaction, so two claims never take the same hour. */
    List<Approved> free(String partnership, LocalDate from, LocalDate to) {
        return jdbc.sql(FREE)
                .params(partnership, from, to)
                .query((row, n) -> new Approved(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3)))
                .list();
    }

    void claim(String partnership, List<String> entryIds, String claimId) {
        jdbc.sql("UPDATE approved_hours SET claim_id = ? WHERE partnership = ? AND entry_id = ANY (?)")
                .params(claimId, partnership, entryIds.toArray(String[]::new))
                .update();
    }

    void release(String partnership, String claimId) {
        jdbc.sql("UPDATE approved_hours SET claim_id = NULL WHERE partnership = ? AND claim_id = ?")
                .params(partnership, claimId)
                .update();
    }
}
