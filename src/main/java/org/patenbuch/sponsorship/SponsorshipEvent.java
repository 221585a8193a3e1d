package org.patenbuch.sponsorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a sponsorship: one sponsor, one household, one period. */
public sealed interface SponsorshipEvent extends LedgerEvent {
    String sponsorshipId();

    /**
     * @param from the first day, on which the sponsor was judged
     * @param scope what the sponsor does and what stays with professionals; null while it is still open
     */
    record SponsorAssigned(
            String sponsorshipId,
            String sponsorId,
            String householdId,
            LocalDate from,
            @Nullable Personal scope) implements SponsorshipEvent {}

    /** @param on the last day */
    record SponsorshipEnded(
            String sponsorshipId,
            LocalDate on,
            Outcome outcome,
            @Nullable Personal note) implements SponsorshipEvent {}

    enum Outcome {
        GOAL_REACHED,
        MOVED,
        ENDED_BY_HOUSEHOLD,
        ENDED_BY_SPONSOR,
        HANDED_TO_PROFESSIONALS
    }
}
