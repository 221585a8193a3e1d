package org.patenbuch.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param batch null if nothing was written: a dry run, bad rows, or everything known already
 * @param rows rows of all files
 * @param rowsWritten rows of which something was written
 * @param position of the last event written
 * @param problems the first {@value ImportReport#SHOWN} problems; with one, nothing was written
 * @param problemCount how many there are in all
 */
public record ImportOutcome(
        @Nullable String batch,
        long rows,
        long rowsWritten,
        @Nullable Long position,
        List<RowProblem> problems,
        long problemCount) {
    public boolean good() {
        return problemCount == 0;
    }

    static ImportOutcome refused(long rows, List<RowProblem> problems, long problemCount) {
        return new ImportOutcome(null, rows, 0, null, problems, problemCount);
    }

    static ImportOutcome nothingToDo(long rows) {
        return new ImportOutcome(null, rows, 0, null, List.of(), 0);
    }
}
