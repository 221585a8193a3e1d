package org.patenbuch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of an upload as somebody is asked about them: what their names and headings tell, and what is remembered. */
@Component
class TableHeads {
    private final ColumnMappings mappings;

    TableHeads(ColumnMappings mappings) {
        this.mappings = mappings;
    }

    /**
     * @param kind that the name of the file tells; null if it tells none
     * @param samples by column, a few cells
     */
    record Head(String table, @Nullable ImportKind kind, List<String> headings, List<List<String>> samples) {
        /** What its headings tell, where one kind knows more of them than any other. */
        Optional<ImportKind> guess() {
            List<ImportKind> best = Stream.of(ImportKind.values())
                    .filter(one -> known(one) > 0
                            && Stream.of(ImportKind.values()).allMatch(other -> known(other) <= known(one)))
                    .toList();
            return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
        }

        private long known(ImportKind of) {
            return headings.stream().filter(one -> of.headed(one).isPresent()).count();
        }

        /** Whether it tells all by itself. */
        boolean speaks() {
            return kind != null
                    && headings.stream()
                            .allMatch(one -> one.isEmpty()
                                    || FailedRows.HEADINGS.contains(one)
                                    || kind.headed(one).isPresent());
        }
    }

    List<Head> of(Path folder) throws IOException {
        List<Head> all = new ArrayList<>();
        try (ImportFiles files = ImportRuns.open(folder)) {
            for (ImportFile table : files.tables()) {
                all.add(head(table.sheet(), table.kind()));
            }
            for (Sheet sheet : files.foreign()) {
                all.add(head(sheet, null));
            }
        }
        return all;
    }

    private static Head head(Sheet sheet, @Nullable ImportKind kind) throws IOException {
        return new Head(sheet.name(), kind, sheet.headings(), sheet.samples());
    }

    /** What was said before about tables with the same headings, the newest first. */
    Said remembered(List<Head> heads, String partnership) {
        List<ColumnMappings.Remembered> all = mappings.all(partnership);
        Said said = Said.NOTHING;
        for (Head head : heads) {
            Map<ImportKind, String> taken = taken(heads, said, head.table());
            var found = all.stream()
                    .filter(one -> head.kind() == null
                            ? !taken.containsKey(one.mapping().kind())
                            : head.kind() == one.mapping().kind())
                    .filter(one -> one.mapping().fits(head.headings()))
                    .map(one -> new Said.Table(one.mapping().onto(head.headings()), one))
                    .filter(one -> one.mapping().missing().isEmpty())
                    .findFirst();
            said = found.isPresent() ? said.with(head.table(), found.get()) : said;
        }
        return said;
    }

    /** The kinds that other tables are of, each with the name of one. */
    static Map<ImportKind, String> taken(List<Head> heads, Said said, String but) {
        Map<ImportKind, String> taken = new EnumMap<>(ImportKind.class);
        for (Head head : heads) {
            ColumnMapping mapping = said.mapping(head.table());
            ImportKind kind = mapping == null ? head.kind() : mapping.kind();
            if (kind != null && !head.table().equals(but) && !said.leavesOut(head.table())) {
                taken.put(kind, head.table());
            }
        }
        return taken;
    }

    /** The number of the first table that neither tells all by itself nor has been spoken of. */
    static Optional<Integer> firstOpen(List<Head> heads, Said said) {
        return IntStream.range(0, heads.size())
                .filter(n ->
                        said.of(heads.get(n).table()) == null && !heads.get(n).speaks())
                .boxed()
                .findFirst();
    }
}
