package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in a list.
 *
 * @param participants those whose names have not been erased
 * @param summary null once it has been erased
 */
public record MeetingEntry(
        String id,
        LocalDate heldOn,
        String title,
        List<String> participants,
        @Nullable String summary,
        Status status) {
    /** Whether it counts. */
    public enum Status {
        HELD,
        WITHDRAWN
    }

    MeetingEntry with(List<String> others, @Nullable String other) {
        return new MeetingEntry(id, heldOn, title, others, other, status);
    }

    MeetingEntry withdrawn() {
        return new MeetingEntry(id, heldOn, title, participants, summary, Status.WITHDRAWN);
    }
}
