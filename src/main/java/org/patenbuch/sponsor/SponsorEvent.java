package org.patenbuch.sponsor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a sponsor: a volunteer who accompanies households. */
public sealed interface SponsorEvent extends LedgerEvent {
    String sponsorId();

    record SponsorRegistered(String sponsorId, Personal name, Kind kind, LocalDate joinedOn) implements SponsorEvent {}

    /** @param hours how long the training was, in whole hours */
    record TrainingCompleted(
            String sponsorId,
            LocalDate completedOn,
            @Nullable Integer hours) implements SponsorEvent {}

    /**
     * An extended certificate of good conduct was seen; never the certificate itself.
     *
     * @param certificate the only three facts that may be kept (§ 72a (5) SGB VIII) as {@link Certificate} writes them;
     *     sealed under a key of their own, for they must be deleted long before the sponsor's name
     */
    record CertificateSeen(String sponsorId, Personal certificate) implements SponsorEvent {}

    record SponsorPaused(
            String sponsorId, LocalDate on, @Nullable Personal reason) implements SponsorEvent {}

    record SponsorReturned(String sponsorId, LocalDate on) implements SponsorEvent {}

    /** @param on the first day on which the sponsor is no longer there */
    record SponsorDeparted(
            String sponsorId, LocalDate on, @Nullable Personal reason) implements SponsorEvent {}

    enum Kind {
        FAMILY,
        SOCIAL
    }
}
