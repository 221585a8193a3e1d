package org.patenbuch.timesheet;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.EntryId;
import org.patenbuch.kernel.Personal;
import org.patenbuch.timesheet.ClaimCommand.ClaimHours;
import org.patenbuch.timesheet.ClaimCommand.WithdrawClaim;

/** What people and programs fill in to count approved hours towards a funder. */
public sealed interface ClaimForm {
    /** @param funder a partner's id */
    record NewClaim(@Nullable String id, @EntryId String funder, LocalDate from, LocalDate to) implements ClaimForm {
        public ClaimHours command(String partnership, String claimId) {
            return new ClaimHours(partnership, claimId, funder, from, to);
        }
    }

    record Withdrawal(@Nullable String id, @Size(min = 1) String reason) implements ClaimForm {
        public WithdrawClaim command(String partnership, String entryId, String claimId) {
            Personal why = Personal.of(partnership + "/hour-claim/" + claimId, reason);
            return new WithdrawClaim(partnership, entryId, claimId, why);
        }
    }
}
