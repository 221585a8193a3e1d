package org.patenbuch.timesheet;

import java.time.LocalDate;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;

/** What can be asked of a claim's stream. */
public sealed interface ClaimCommand extends Command {
    /** Claims every approved hour of the period that nobody claims yet. */
    record ClaimHours(String partnership, String id, String funder, LocalDate from, LocalDate to)
            implements ClaimCommand {
        @Override
        public String kind() {
            return "hour-claim";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "hour-claim", id);
        }
    }

    record WithdrawClaim(String partnership, String id, String claimId, Personal why) implements ClaimCommand {
        @Override
        public String kind() {
            return "claim-withdrawal";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "hour-claim", claimId);
        }
    }
}
