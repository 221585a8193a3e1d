package org.patenbuch.intake;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.CsvRows;

/**
 * The rows of a table that could not go in, as they stand in the file, with one more column that says why. Put right
 * it can be imported as it is: that column is passed over.
 */
final class FailedRows {
    /** What the column is headed in German and in English. */
    static final Set<String> HEADINGS = Set.of("Fehler", "Error");

    private FailedRows() {}

    static void write(
            ImportFile table,
            List<RowProblem> problems,
            String heading,
            Function<RowProblem, String> sentence,
            Writer out)
            throws IOException {
        Map<Integer, String> wrong = problems.stream()
                .filter(problem -> problem.file().equals(table.name()))
                .collect(
                        Collectors.groupingBy(RowProblem::line, Collectors.mapping(sentence, Collectors.joining(" "))));
        out.write('\ufeff');
        try (CsvRows rows = table.rows()) {
            if (!rows.hasNext()) return;
            List<String> head = new ArrayList<>(rows.next().cells());
            if (HEADINGS.contains(head.getLast())) head.removeLast();
            int width = head.size();
            head.add(heading);
            line(head, out);
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (wrong.containsKey(row.line())) {
                    List<String> cells = new ArrayList<>(row.cells());
                    while (cells.size() < width) cells.add("");
                    List<String> kept = new ArrayList<>(cells.subList(0, width));
                    kept.add(wrong.get(row.line()));
                    line(kept, out);
                }
            }
        }
        out.flush();
    }

    private static void line(List<String> cells, Writer out) throws IOException {
        out.write(cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";", "", "\r\n")));
    }
}
