package org.patenbuch.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has been put on record about the ledger itself. */
public sealed interface ReviewEvent extends LedgerEvent {
    /**
     * The report of a period is what was known at this position, for ever; it is made again from it at any time.
     *
     * @param name by which people speak of it
     */
    record ReportFrozen(String reportId, String name, LocalDate from, LocalDate to, long position)
            implements ReviewEvent {}

    /**
     * An auditor has looked at one entry of the journal.
     *
     * @param position of the event that was checked
     * @param note what was found; may be about people
     */
    record CheckMarkAdded(
            String checkMarkId,
            long position,
            Finding finding,
            @Nullable Personal note) implements ReviewEvent {}

    enum Finding {
        IN_ORDER,
        OBJECTION
    }
}
