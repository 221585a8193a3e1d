package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in a list.
 *
 * @param text null once it has been erased
 * @param dueOn as last agreed
 */
public record CommitmentEntry(
        String id,
        LocalDate madeOn,
        String by,
        @Nullable String text,
        LocalDate dueOn,
        @Nullable String meetingId,
        @Nullable String demandId,
        @Nullable LocalDate keptOn,
        Status status) {
    /** How far it has come. */
    public enum Status {
        OPEN,
        KEPT,
        DROPPED
    }

    CommitmentEntry with(@Nullable String other) {
        return new CommitmentEntry(id, madeOn, by, other, dueOn, meetingId, demandId, keptOn, status);
    }

    CommitmentEntry due(LocalDate other) {
        return new CommitmentEntry(id, madeOn, by, text, other, meetingId, demandId, keptOn, status);
    }

    CommitmentEntry over(@Nullable LocalDate kept, Status how) {
        return new CommitmentEntry(id, madeOn, by, text, dueOn, meetingId, demandId, kept, how);
    }
}
