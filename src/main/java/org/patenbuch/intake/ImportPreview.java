package org.patenbuch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.CsvRows;

/**
 * One table as someone looks at it before it goes in: its first rows, and every bad one with what is wrong with it.
 *
 * @param fields what each column is read as where somebody has said so, empty for one that is left out; else none
 * @param remembered the name of what was said, if it has one
 * @param problems of the table as a whole, its heading included
 * @param more rows that are not shown; all of them good
 */
record ImportPreview(
        String name,
        String kind,
        List<String> heading,
        List<String> fields,
        @Nullable String remembered,
        List<Line> lines,
        List<RowProblem> problems,
        long more) {
    private static final int GOOD_SHOWN = 20;
    private static final int BAD_SHOWN = 200;

    record Line(int number, List<String> cells, List<RowProblem> problems) {
        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    static List<ImportPreview> of(ImportFiles files, Said said, List<RowProblem> problems) throws IOException {
        List<ImportPreview> all = new ArrayList<>();
        for (ImportFile table : files.tables()) {
            Said.Table spoken = said.of(table.name());
            all.add(of(
                    table,
                    spoken == null || spoken.remembered() == null
                            ? null
                            : spoken.remembered().name(),
                    problems.stream()
                            .filter(problem -> problem.file().equals(table.name()))
                            .toList()));
        }
        return all;
    }

    private static ImportPreview of(ImportFile table, @Nullable String remembered, List<RowProblem> problems)
            throws IOException {
        List<Line> lines = new ArrayList<>();
        try (CsvRows rows = table.rows()) {
            CsvRow first = rows.hasNext() ? rows.next() : new CsvRow(1, List.of(), null);
            long good = 0;
            long bad = 0;
            long more = 0;
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                Line line = new Line(row.line(), row.cells(), at(row.line(), problems));
                boolean shown = line.isGood() ? ++good <= GOOD_SHOWN : ++bad <= BAD_SHOWN;
                if (shown) {
                    lines.add(line);
                } else {
                    more++;
                }
            }
            List<RowProblem> ofTable = problems.stream()
                    .filter(problem -> problem.line() <= first.line())
                    .toList();
            return new ImportPreview(
                    table.name(),
                    table.kind().name(),
                    first.cells(),
                    fields(table.mapping()),
                    remembered,
                    lines,
                    ofTable,
                    more);
        }
    }

    private static List<String> fields(@Nullable ColumnMapping mapping) {
        return mapping == null
                ? List.of()
                : mapping.columns().stream()
                        .map(choice -> choice.field() == null ? "" : choice.field())
                        .toList();
    }

    private static List<RowProblem> at(int line, List<RowProblem> problems) {
        return problems.stream().filter(problem -> problem.line() == line).toList();
    }
}
