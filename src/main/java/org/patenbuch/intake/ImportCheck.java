package org.patenbuch.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.CsvRows;
import org.patenbuch.forms.Unreadable;
import org.springframework.stereotype.Component;

/**
 * Looks at every row before anything is written: shape, amounts and dates with one meaning, names used once, references
 * that lead somewhere. What only the ledger's rules can refuse is left to them.
 */
@Component
public class ImportCheck {
    /** More rows than this are several imports. */
    static final int MAX_ROWS = 2_000_000;

    private final Binder binder;

    public ImportCheck(Binder binder) {
        this.binder = binder;
    }

    /** @throws Unreadable when a file cannot be read to its end */
    public ImportReport check(ImportFiles files, Known known) {
        var found = new Findings(files);
        var pass = new ImportPass(binder, known);
        for (ImportFile table : files.tables()) {
            try (CsvRows rows = table.rows()) {
                check(table, rows, pass, found);
            } catch (IOException e) {
                throw new Unreadable(e, "import.cannot-read", table.name());
            }
        }
        return found.report();
    }

    /** The rows of files found good. */
    ImportRows rows(ImportFiles files, Known known) {
        return new ImportRows(files, new ImportPass(binder, known));
    }

    private static void check(ImportFile table, CsvRows rows, ImportPass pass, Findings found) {
        found.begin(table);
        if (!rows.hasNext()) {
            found.add(List.of(RowProblem.ofFile(table.name(), "import.empty")));
            return;
        }
        var heading = new Heading(table, rows.next());
        found.add(heading.problems());
        while (rows.hasNext()) {
            CsvRow row = rows.next();
            if (!found.count(table)) {
                found.add(List.of(RowProblem.ofRow(table.name(), row.line(), "import.too-many-rows", MAX_ROWS)));
                return;
            }
            found.add(pass.read(table, heading, row).problems());
        }
    }

    /** The report as it grows. */
    private static final class Findings {
        private final Map<String, Integer> rows = new LinkedHashMap<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final List<String> ignored;
        private long problemCount;
        private int total;

        Findings(ImportFiles files) {
            ignored = files.ignored();
            add(files.problems());
        }

        void begin(ImportFile table) {
            rows.put(table.name(), 0);
        }

        /** Whether there is room for one more row. */
        boolean count(ImportFile table) {
            rows.merge(table.name(), 1, Integer::sum);
            return ++total <= MAX_ROWS;
        }

        void add(List<RowProblem> more) {
            problemCount += more.size();
            more.stream().limit(ImportReport.SHOWN - problems.size()).forEach(problems::add);
        }

        ImportReport report() {
            return new ImportReport(rows, List.copyOf(problems), problemCount, ignored);
        }
    }
}
