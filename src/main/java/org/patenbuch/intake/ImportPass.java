package org.patenbuch.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.CsvRow;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Reading;
import org.patenbuch.forms.Source;

/** Reads rows in the order they go in, and remembers what later rows may refer to. */
final class ImportPass {
    /** What became of one row: the row, or what is wrong with it. */
    record Finding(@Nullable ImportRow row, List<RowProblem> problems) {}

    private final Binder binder;
    private final Known known;
    private final Map<ImportKind, Map<String, Integer>> lines = new EnumMap<>(ImportKind.class);
    private final Map<String, String> partnerKinds = new HashMap<>();

    ImportPass(Binder binder, Known known) {
        this.binder = binder;
        this.known = known;
    }

    Finding read(ImportFile file, Heading heading, CsvRow row) {
        var problems = new ArrayList<RowProblem>();
        Map<String, String> fields = heading.fields(row);
        once(file, heading, row, fields, problems);
        heading.misfit(row).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new Finding(null, problems);
        }
        complete(file.kind(), fields);
        Bound<? extends Record> bound = binder.bind(file.kind().row(), Source.row(fields));
        bound.problems().forEach(problem -> heading.problem(row, problem).ifPresent(problems::add));
        references(file.kind(), heading, row, fields, problems);
        return problems.isEmpty() && bound.value() instanceof Row read
                ? new Finding(new ImportRow(file.kind(), file.name(), row.line(), fields, read), List.of())
                : new Finding(null, problems);
    }

    /** A name stands once in a kind of file. Rows with other mistakes count, or all that refer to them were wrong too. */
    private void once(
            ImportFile file, Heading heading, CsvRow row, Map<String, String> fields, List<RowProblem> problems) {
        if (EntryName.read(fields.getOrDefault("id", "")) instanceof Reading.Understood<String> id) {
            Map<String, Integer> seen = lines.computeIfAbsent(file.kind(), kind -> new HashMap<>());
            Integer before = seen.putIfAbsent(id.value(), row.line());
            if (before != null) {
                var twice = FieldProblem.of("id", "import.id-twice", before);
                heading.problem(row, twice).ifPresent(problems::add);
            }
        }
    }

    /** A contribution of unsaid nature is a grant if it comes from a public body, else a gift. */
    private void complete(ImportKind kind, Map<String, String> fields) {
        if (kind == ImportKind.PARTNERS) {
            partnerKinds.put(fields.getOrDefault("id", "").strip(), fields.getOrDefault("kind", ""));
        } else if (kind == ImportKind.CONTRIBUTIONS
                && fields.getOrDefault("nature", "").isBlank()) {
            String partner = fields.getOrDefault("partnerId", "").strip();
            String partnerKind =
                    partnerKinds.containsKey(partner) ? partnerKinds.get(partner) : known.partnerKind(partner);
            fields.put("nature", "PUBLIC_BODY".equals(partnerKind) ? "GRANT" : "GIFT");
        }
    }

    private void references(
            ImportKind kind, Heading heading, CsvRow row, Map<String, String> fields, List<RowProblem> problems) {
        for (Column column : kind.columns()) {
            if (column.refersTo() != null
                    && EntryName.read(fields.getOrDefault(column.field(), "")) instanceof Reading.Understood<String> id
                    && !lines.getOrDefault(column.refersTo(), Map.of()).containsKey(id.value())
                    && !known.has(column.refersTo(), id.value())) {
                var missing = FieldProblem.of(column.field(), "import.no-such-entry");
                heading.problem(row, missing).ifPresent(problems::add);
            }
        }
    }
}
