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

    record PhaseEntered(String sponsorshipId, Phase phase, LocalDate on) implements SponsorshipEvent {}

    /** @param everyDays how many days may lie between two contacts */
    record RhythmAgreed(String sponsorshipId, int everyDays, LocalDate from) implements SponsorshipEvent {}

    /** What the coordinator wrote down about it; for coordinators only. */
    record NoteTaken(String sponsorshipId, String noteId, LocalDate on, Personal text) implements SponsorshipEvent {}

    /** The note was taken by mistake. */
    record NoteWithdrawn(String sponsorshipId, String noteId) implements SponsorshipEvent {}

    /** @param with the office or service that took over, no person */
    record FollowUpAgreed(String sponsorshipId, String with, LocalDate dueOn) implements SponsorshipEvent {}

    record FollowUpDone(
            String sponsorshipId, LocalDate on, @Nullable Personal note) implements SponsorshipEvent {}

    /** @param on the last day */
    record SponsorshipEnded(
            String sponsorshipId,
            LocalDate on,
            Outcome outcome,
            @Nullable Personal note) implements SponsorshipEvent {}

    enum Phase {
        INTRODUCTION,
        GETTING_TO_KNOW,
        ACCOMPANYING,
        LETTING_GO
    }

    enum Outcome {
        GOAL_REACHED,
        MOVED,
        ENDED_BY_HOUSEHOLD,
        ENDED_BY_SPONSOR,
        HANDED_TO_PROFESSIONALS,
        /** There never was one; so after an import that was taken back. */
        ENTERED_BY_MISTAKE
    }
}
