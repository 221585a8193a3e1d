package org.patenbuch.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import, as it can be found again.
 *
 * @param state INTERRUPTED where the program that ran it is gone: importing the same files again writes exactly the rest
 * @param rows rows of all its files
 * @param rowsDone rows whose commands are in the ledger, written now or known before
 * @param rowsWritten rows of which something was written by this import
 * @param position of its last event; null before the first
 * @param reversedAt when it was taken back as one; null if it was not
 * @param entriesReversed how many entries that were
 * @param reversalPosition of the last event of that
 */
public record ImportBatch(
        String id,
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long rows,
        long rowsDone,
        long rowsWritten,
        @Nullable Long position,
        @Nullable String reversedBy,
        @Nullable Instant reversedAt,
        @Nullable Long entriesReversed,
        @Nullable Long reversalPosition) {
    /** Whether there is anything to take back, and nobody has. */
    public boolean isReversible() {
        return position != null && reversedAt == null && state != State.RUNNING;
    }

    /** Whether it did not come to its end; what it wrote till then stays. */
    public boolean isBroken() {
        return reversedAt == null && (state == State.INTERRUPTED || state == State.STOPPED);
    }

    public enum State {
        RUNNING,
        INTERRUPTED,
        DONE,
        STOPPED
    }
}
