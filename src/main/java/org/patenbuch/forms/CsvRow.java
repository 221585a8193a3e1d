package org.patenbuch.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param line where it begins, from 1; a cell with line ends makes a row of several lines
 * @param problem the code of what is wrong with its quotes or size, else null
 */
public record CsvRow(int line, List<String> cells, @Nullable String problem) {
    public boolean blank() {
        return problem == null && cells.stream().allMatch(String::isBlank);
    }
}
