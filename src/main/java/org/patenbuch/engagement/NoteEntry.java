package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator's note about a sponsorship.
 *
 * @param text null once it has been erased
 */
public record NoteEntry(
        String id,
        String sponsorshipId,
        LocalDate on,
        @Nullable String text,
        Status status) {
    /** Whether it stands. */
    public enum Status {
        TAKEN,
        WITHDRAWN
    }

    NoteEntry with(@Nullable String other) {
        return new NoteEntry(id, sponsorshipId, on, other, status);
    }

    NoteEntry withdrawn() {
        return new NoteEntry(id, sponsorshipId, on, text, Status.WITHDRAWN);
    }
}
