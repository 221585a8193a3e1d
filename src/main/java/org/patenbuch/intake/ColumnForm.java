package org.patenbuch.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody has chosen for the columns of one table, shown again as it is where something is wrong with it.
 *
 * @param kind null until somebody has said what the table is about
 * @param fields by column; empty for one that is left out
 * @param keep whether it is to be remembered, under that name
 * @param seen editions of what is remembered that may be replaced, for they have been looked at
 */
record ColumnForm(@Nullable ImportKind kind, List<String> fields, boolean keep, String name, List<String> seen) {
    /** @param at the field it stands at; empty if at none */
    record Mistake(String at, String code, List<Object> arguments) {
        static Mistake of(String at, String code, Object... arguments) {
            return new Mistake(at, code, List.of(arguments));
        }

        static Map<String, List<Mistake>> byPlace(List<Mistake> mistakes) {
            return mistakes.stream().collect(Collectors.groupingBy(Mistake::at));
        }
    }

    /** A day, a month or a year in the name of a file, or the number of a copy. */
    private static final String DATE_LIKE = "\\(\\d+\\)|(?<!\\d)\\d{1,2}[._-]\\d{1,2}[._-](\\d{4}|\\d{2})(?!\\d)"
            + "|(?<!\\d)(19|20)\\d{2}([._-]?\\d{2}){0,2}(?!\\d)";

    /**
     * As it is offered at first.
     *
     * @param kind as it is called, for a file whose name tells nothing
     */
    static ColumnForm offered(String table, ColumnMapping mapping, String kind) {
        String name = nameFor(table);
        return new ColumnForm(mapping.kind(), fields(mapping), true, name.isEmpty() ? kind : name, List.of());
    }

    /** As it was said before; that may be replaced by what is said now. */
    static ColumnForm of(ColumnMapping mapping, ColumnMappings.Remembered remembered) {
        return new ColumnForm(mapping.kind(), fields(mapping), true, remembered.name(), List.of(remembered.edition()));
    }

    /** As it came with a form. */
    static ColumnForm read(MultiValueMap<String, String> sent, int columns) {
        List<String> fields = IntStream.range(0, columns)
                .mapToObj(n -> String.valueOf(
                        sent.getOrDefault("column-" + n, List.of("")).getFirst()))
                .toList();
        return new ColumnForm(
                kind(sent.getFirst("kind")),
                fields,
                sent.containsKey("keep"),
                plain(sent.getFirst("name")),
                sent.getOrDefault("seen", List.of()));
    }

    static @Nullable ImportKind kind(@Nullable String sent) {
        for (ImportKind kind : ImportKind.values()) {
            if (kind.name().equals(sent)) return kind;
        }
        return null;
    }

    /** A name as it is remembered. */
    static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
                        .strip();
    }

    /** What is wrong with a name, whoever is called so. */
    static List<Mistake> wrongWith(String name, String at) {
        if (name.isEmpty()) return List.of(Mistake.of(at, "imports.mapping.name.missing"));
        return name.length() > ColumnMappings.LONGEST_NAME
                ? List.of(Mistake.of(at, "imports.mapping.name.long", ColumnMappings.LONGEST_NAME))
                : List.of();
    }

    ColumnMapping mapping(List<String> headings) {
        List<ColumnMapping.Choice> choices = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            choices.add(new ColumnMapping.Choice(headings.get(i), fields.get(i).isEmpty() ? null : fields.get(i)));
        }
        return new ColumnMapping(kind, choices);
    }

    /** @param taken the kinds of the other tables, each with the name of one */
    List<Mistake> mistakes(List<String> headings, Map<ImportKind, String> taken) {
        if (kind == null) return List.of(Mistake.of("kind", "imports.columns.kind.missing"));
        List<Mistake> all = new ArrayList<>();
        if (taken.containsKey(kind)) {
            all.add(Mistake.of("kind", "imports.columns.kind.taken", taken.get(kind)));
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            Integer before = field.isEmpty() ? null : first.putIfAbsent(field, i);
            if (before != null) {
                all.add(Mistake.of("column-" + i, "imports.columns.twice", headings.get(before), before + 1));
            } else if (!field.isEmpty() && kind.column(field).isEmpty()) {
                all.add(Mistake.of("column-" + i, "imports.columns.unknown"));
            }
        }
        mapping(headings)
                .missing()
                .forEach(column -> all.add(Mistake.of("columns", "imports.columns.missing", column)));
        if (keep) all.addAll(wrongWith(name, "name"));
        return all;
    }

    /** What a mapping may be called by the name of a file: without what the next one will have another of. */
    static String nameFor(String table) {
        String bare = table.substring(table.lastIndexOf('/') + 1)
                .replaceFirst("(?i)\\.csv$", "")
                .replaceAll(DATE_LIKE, " ")
                .replaceAll("[\\s_]+", " ")
                .replaceAll("^[ .,-]+|[ .,-]+$", "");
        String plain = plain(bare);
        return plain.length() > ColumnMappings.LONGEST_NAME
                ? plain.substring(0, ColumnMappings.LONGEST_NAME).strip()
                : plain;
    }

    private static List<String> fields(ColumnMapping mapping) {
        return mapping.columns().stream()
                .map(choice -> choice.field() == null ? "" : choice.field())
                .toList();
    }
}
