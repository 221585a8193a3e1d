package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.Map;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.TextFilter;

/** One locked period; reopened it takes entries again. */
public record PeriodLockRow(String id, LocalDate from, LocalDate to, String lockedBy, Status status) {
    public enum Status {
        LOCKED,
        REOPENED
    }

    static final Listing<PeriodLockRow> LISTING = new Listing<>(
            """
            SELECT l.id, l.from_day AS day, l.to_day, l.locked_by,
                CASE WHEN l.until <= :position THEN 'REOPENED' ELSE 'LOCKED' END AS status
            FROM funding.period_lock l WHERE l.partnership = :partnership AND l.since <= :position""",
            Map.of(
                    "from",
                    "to_day >= :from",
                    "to",
                    "day <= :to",
                    "status",
                    "status = :status",
                    "q",
                    TextFilter.in("id")),
            (row, n) -> new PeriodLockRow(
                    row.getString("id"),
                    row.getObject("day", LocalDate.class),
                    row.getObject("to_day", LocalDate.class),
                    row.getString("locked_by"),
                    Status.valueOf(row.getString("status"))),
            lock -> Cursor.of(lock.from(), lock.id()));
}
