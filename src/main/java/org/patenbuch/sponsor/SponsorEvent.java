package org.patenbuch.sponsor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a sponsor: a volunteer who accompanies households. */
public sealed interface SponsorEvent extends LedgerEvent {
    String sponsorId();

    record SponsorRegistered(String sponsorId, Personal name, Kind kind, LocalDate joinedOn) implements SponsorEvent {}

    /**
     * What helps to find a household that fits; takes the place of what was said before.
     *
     * @param languages two letters each (ISO 639-1)
     * @param districts where the sponsor would go
     */
    record SponsorDescribed(String sponsorId, List<String> languages, List<String> districts) implements SponsorEvent {}

    record SponsorInterviewed(
            String sponsorId, LocalDate heldOn, @Nullable Personal note) implements SponsorEvent {}

    /** The interview of that day was recorded by mistake. */
    record InterviewWithdrawn(String sponsorId, LocalDate heldOn, Personal reason) implements SponsorEvent {}

    /** @param hours how long the training was, in whole hours */
    record TrainingCompleted(
            String sponsorId,
            LocalDate completedOn,
            @Nullable Integer hours) implements SponsorEvent {}

    /** The training completed on that day was recorded by mistake. */
    record TrainingWithdrawn(String sponsorId, LocalDate completedOn, Personal reason) implements SponsorEvent {}

    /**
     * An extended certificate of good conduct was seen; never the certificate itself.
     *
     * @param certificate the only three facts that may be kept (§ 72a (5) SGB VIII) as {@link Certificate} writes them;
     *     sealed under a key of their own, for they must be deleted long before the sponsor's name
     */
    record CertificateSeen(String sponsorId, Personal certificate) implements SponsorEvent {}

    /** All that was kept of certificates seen so far is deleted, and so is its key; what it was, nobody knows any more. */
    record CertificateDeleted(String sponsorId, Deletion because) implements SponsorEvent {}

    record SponsorPaused(
            String sponsorId, LocalDate on, @Nullable Personal reason) implements SponsorEvent {}

    record SponsorReturned(String sponsorId, LocalDate on) implements SponsorEvent {}

    /** @param on the first day on which the sponsor is no longer there */
    record SponsorDeparted(
            String sponsorId, LocalDate on, @Nullable Personal reason) implements SponsorEvent {}

    /** The departure was recorded by mistake: the sponsor has been there all the time. */
    record DepartureWithdrawn(String sponsorId, Personal reason) implements SponsorEvent {}

    /** Why the facts of a certificate are deleted (§ 72a (5) SGB VIII). */
    enum Deletion {
        /** Recorded by mistake. */
        MISTAKE,
        /** The sponsor left without having accompanied anyone: at once. */
        NO_ACTIVITY,
        /** At the latest six months after the activity has ended. */
        ACTIVITY_ENDED
    }

    enum Kind {
        FAMILY,
        SOCIAL
    }
}
