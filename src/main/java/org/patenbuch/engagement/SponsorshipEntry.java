package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;

/**
 * A sponsorship in a list.
 *
 * @param scope null where it is open or has been erased
 * @param endedOn its last day
 * @param note null where there is none, or it has been erased, or the asker may not see it
 */
public record SponsorshipEntry(
        String id,
        String sponsorId,
        String householdId,
        LocalDate from,
        @Nullable String scope,
        @Nullable LocalDate endedOn,
        @Nullable Outcome outcome,
        @Nullable String note,
        Status status) {
    /** Whether an end has been recorded. */
    public enum Status {
        RUNNING,
        ENDED
    }

    SponsorshipEntry with(@Nullable String otherScope, @Nullable String otherNote) {
        return new SponsorshipEntry(id, sponsorId, householdId, from, otherScope, endedOn, outcome, otherNote, status);
    }

    SponsorshipEntry ended(LocalDate on, Outcome how, @Nullable String sealedNote) {
        return new SponsorshipEntry(id, sponsorId, householdId, from, scope, on, how, sealedNote, Status.ENDED);
    }
}
