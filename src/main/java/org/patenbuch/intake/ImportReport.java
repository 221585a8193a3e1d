package org.patenbuch.intake;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param rows how many rows each file has, bad ones too, in the order they go in
 * @param problems the first {@value #SHOWN} problems
 * @param problemCount how many there are in all
 * @param ignored files that are no tables and were left alone
 */
public record ImportReport(
        Map<String, Integer> rows, List<RowProblem> problems, long problemCount, List<String> ignored) {
    /** More than anyone reads at once. */
    public static final int SHOWN = 1000;

    public boolean good() {
        return problemCount == 0;
    }
}
