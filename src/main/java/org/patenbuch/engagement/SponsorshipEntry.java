package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;

/**
 * A sponsorship in a list.
 *
 * @param scope null where it is open or has been erased
 * @param endedOn its last day
 * @param everyDays how many days may lie between two contacts
 * @param followUpWith the office or service somebody has to ask by {@code followUpOn}
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
        @Nullable Phase phase,
        @Nullable Integer everyDays,
        @Nullable String followUpWith,
        @Nullable LocalDate followUpOn,
        Status status) {
    /** Whether an end has been recorded. */
    public enum Status {
        RUNNING,
        ENDED
    }

    SponsorshipEntry with(@Nullable String otherScope, @Nullable String otherNote) {
        return new SponsorshipEntry(
                id,
                sponsorId,
                householdId,
                from,
                otherScope,
                endedOn,
                outcome,
                otherNote,
                phase,
                everyDays,
                followUpWith,
                followUpOn,
                status);
    }

    SponsorshipEntry ended(LocalDate on, Outcome how, @Nullable String sealedNote) {
        return new SponsorshipEntry(
                id,
                sponsorId,
                householdId,
                from,
                scope,
                on,
                how,
                sealedNote,
                phase,
                everyDays,
                followUpWith,
                followUpOn,
                Status.ENDED);
    }

    SponsorshipEntry going(@Nullable Phase otherPhase, @Nullable Integer otherDays) {
        return new SponsorshipEntry(
                id,
                sponsorId,
                householdId,
                from,
                scope,
                endedOn,
                outcome,
                note,
                otherPhase,
                otherDays,
                followUpWith,
                followUpOn,
                status);
    }

    SponsorshipEntry followUp(@Nullable String with, @Nullable LocalDate on) {
        return new SponsorshipEntry(
                id, sponsorId, householdId, from, scope, endedOn, outcome, note, phase, everyDays, with, on, status);
    }
}
