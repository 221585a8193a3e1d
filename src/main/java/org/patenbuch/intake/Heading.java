package org.patenbuch.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.patenbuch.forms.AmountText;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.FieldProblem;

/** The first row of a file: which column holds which field. */
final class Heading {
    private static final String WHOLE_CENTS = "\\d{1,12}";

    /** @param cents headed {@code amountCents}: holds whole cents, as the contract says, and no euro */
    private record Place(Column column, String headed, int index, boolean cents) {}

    private final ImportFile file;
    private final int width;
    private final List<Integer> unheaded = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();

    Heading(ImportFile file, CsvRow row) {
        this.file = file;
        List<String> words = words(row);
        this.width = words.size();
        var seen = new HashSet<String>();
        for (int i = 0; i < width; i++) {
            place(i, words.get(i), row.line(), seen);
        }
        if (row.problem() != null) {
            problems.add(RowProblem.ofRow(file.name(), row.line(), row.problem()));
        }
        for (Column column : file.kind().required()) {
            if (!seen.contains(column.field())) {
                problems.add(RowProblem.ofRow(
                        file.name(), row.line(), "import.heading-missing", column.german(), column.field()));
            }
        }
    }

    /** How many headings of this kind a row holds. */
    static long known(ImportKind kind, CsvRow row) {
        return row.cells().stream()
                .filter(cell -> kind.headed(cell).isPresent())
                .count();
    }

    /** The same of the kind that knows most. */
    static long knownToAny(CsvRow row) {
        return Stream.of(ImportKind.values())
                .mapToLong(kind -> known(kind, row))
                .max()
                .orElse(0);
    }

    /** The headings a row holds; empty cells at the end are none. */
    static List<String> words(CsvRow row) {
        int width = row.cells().size();
        while (width > 1 && row.cells().get(width - 1).isBlank()) {
            width--;
        }
        return row.cells().stream().limit(width).map(String::strip).toList();
    }

    private void place(int index, String headed, int line, HashSet<String> seen) {
        ColumnMapping mapping = file.mapping();
        if (mapping != null) {
            mapping.at(index).ifPresent(column -> place(column, index, headed, line, seen));
        } else if (headed.isEmpty()) {
            unheaded.add(index);
        } else if (!FailedRows.HEADINGS.contains(headed)) {
            known(index, headed, line, seen);
        }
    }

    private void known(int index, String headed, int line, HashSet<String> seen) {
        Optional<Column> column = file.kind().headed(headed);
        if (column.isEmpty()) {
            problems.add(new RowProblem(
                    file.name(),
                    line,
                    headed,
                    headed,
                    "import.heading-unknown",
                    List.of(Column.names(file.kind().columns()))));
        } else {
            place(column.get(), index, headed, line, seen);
        }
    }

    private void place(Column column, int index, String headed, int line, HashSet<String> seen) {
        if (!seen.add(column.field())) {
            problems.add(new RowProblem(file.name(), line, headed, headed, "import.heading-twice", List.of()));
        } else {
            boolean cents =
                    column.field().endsWith("Cents") && Words.plain(headed).endsWith("cents");
            places.add(new Place(column, headed, index, cents));
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** What is wrong with how a row lies under its headings; empty cells at the end are fine, spreadsheets do that. */
    Optional<RowProblem> misfit(CsvRow row) {
        int filled = row.cells().size();
        while (filled > width && row.cells().get(filled - 1).isBlank()) {
            filled--;
        }
        if (row.problem() != null) {
            return Optional.of(RowProblem.ofRow(file.name(), row.line(), row.problem()));
        }
        if (filled > width || row.cells().size() < width) {
            return Optional.of(RowProblem.ofRow(file.name(), row.line(), "import.ragged", width, filled));
        }
        return unheaded.stream()
                .map(row.cells()::get)
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> new RowProblem(file.name(), row.line(), "", cell, "import.no-heading", List.of()));
    }

    /** The cells by field, with words turned into codes and whole cents into euro. */
    Map<String, String> fields(CsvRow row) {
        var fields = new LinkedHashMap<String, String>();
        for (Place place : places) {
            if (place.index() < row.cells().size()) {
                fields.put(place.column().field(), text(place, row.cells().get(place.index())));
            }
        }
        return fields;
    }

    private static String text(Place place, String cell) {
        String trimmed = cell.strip();
        if (place.cents() && !trimmed.isEmpty()) {
            return trimmed.matches(WHOLE_CENTS)
                    ? AmountText.write(Long.parseLong(trimmed), Locale.GERMAN)
                    : trimmed + " cents";
        }
        Words words = place.column().words();
        return words == null ? cell : words.code(trimmed);
    }

    /** Where in this file a problem with a field is; nowhere if the file has no such column. */
    Optional<RowProblem> problem(CsvRow row, FieldProblem problem) {
        String field = problem.field().replaceFirst("[\\[.].*", "");
        return places.stream()
                .filter(place -> place.column().field().equals(field))
                .findFirst()
                .map(place -> problem(row, place, problem));
    }

    private RowProblem problem(CsvRow row, Place place, FieldProblem problem) {
        String cell = place.index() < row.cells().size() ? row.cells().get(place.index()) : "";
        String code = problem.code();
        List<Object> arguments = problem.arguments();
        Words words = place.column().words();
        if (code.equals("form.unknown-value") && words != null) {
            arguments = List.of(words.allowed());
        } else if (place.cents() && code.equals("form.not-an-amount")) {
            code = "form.not-whole-cents";
        }
        return new RowProblem(file.name(), row.line(), place.headed(), cell.strip(), code, arguments);
    }
}
