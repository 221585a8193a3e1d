package org.patenbuch.intake;

import org.jspecify.annotations.Nullable;

/** An import being taken back, and what came of it. */
final class ReversalRun extends Work {
    private volatile ImportReversal.@Nullable Undone undone;

    void ended(ImportReversal.Undone with) {
        undone = with;
        is(with.refusedCount() > 0 ? Phase.BAD : Phase.DONE);
    }

    ImportReversal.@Nullable Undone undone() {
        return undone;
    }
}
