package org.patenbuch.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;
import org.patenbuch.review.ReviewEvent.Finding;

/** What can be put on record about the ledger itself. */
public sealed interface ReviewCommand extends Command {
    /** @param atPosition what the ledger knew there; null for all it knows when this is decided */
    record FreezeReport(
            String partnership,
            String id,
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Long atPosition,
            @Override @Nullable String reason)
            implements ReviewCommand {
        @Override
        public String kind() {
            return "report";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "report", id);
        }
    }

    /** @param position of the event that was checked */
    record AddCheckMark(
            String partnership,
            String id,
            long position,
            Finding finding,
            @Nullable Personal note) implements ReviewCommand {
        @Override
        public String kind() {
            return "check-mark";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "check-mark", id);
        }
    }
}
