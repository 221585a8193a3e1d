package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recognition in a list.
 *
 * @param basis what it was given for; null once it has been erased
 */
public record RecognitionEntry(
        String id,
        String sponsorId,
        LocalDate awardedOn,
        String title,
        @Nullable String basis,
        Status status) {
    /** Whether it stands. */
    public enum Status {
        AWARDED,
        REVOKED
    }

    RecognitionEntry with(@Nullable String other) {
        return new RecognitionEntry(id, sponsorId, awardedOn, title, other, status);
    }

    RecognitionEntry revoked() {
        return new RecognitionEntry(id, sponsorId, awardedOn, title, basis, Status.REVOKED);
    }
}
