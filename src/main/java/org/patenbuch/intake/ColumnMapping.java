package org.patenbuch.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of a foreign table is which field of a kind. It translates headings and nothing else. */
record ColumnMapping(ImportKind kind, List<Choice> columns) {
    /** @param field of the kind; null for a column that is left out */
    record Choice(String heading, @Nullable String field) {
        /** More of a heading tells nothing apart, and no heading is a text to keep. */
        static final int LONGEST = 200;

        Choice {
            String plain = heading.replaceAll("\\p{Cntrl}", " ").strip();
            heading = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        }
    }

    ColumnMapping {
        columns = List.copyOf(columns);
    }

    /** As the headings themselves say it; what says nothing is left out. */
    static ColumnMapping of(ImportKind kind, List<String> headings) {
        return new ColumnMapping(kind, List.of()).onto(headings);
    }

    /** Whether it was made for a table with just these headings, in any order. */
    boolean fits(List<String> others) {
        return places(headings()).keySet().equals(places(others).keySet());
    }

    /** The same for a table with other headings: what it says nothing about is read as the headings say. */
    ColumnMapping onto(List<String> others) {
        Map<String, Integer> here = places(headings());
        Map<String, Integer> there = places(others);
        @Nullable String[] fields = new String[others.size()];
        Set<String> taken = new HashSet<>();
        there.forEach((key, index) -> Optional.ofNullable(here.get(key))
                .flatMap(this::at)
                .ifPresent(column -> {
                    fields[index] = column.field();
                    taken.add(column.field());
                }));
        there.entrySet().stream()
                .filter(one -> !here.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .forEach(index -> kind.headed(others.get(index))
                        .filter(column -> taken.add(column.field()))
                        .ifPresent(column -> fields[index] = column.field()));
        List<Choice> fresh = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            fresh.add(new Choice(others.get(i), fields[i]));
        }
        return new ColumnMapping(kind, fresh);
    }

    /** Its headings that a table does not have. */
    List<String> gone(List<String> others) {
        Map<String, Integer> here = places(headings());
        here.keySet().removeAll(places(others).keySet());
        return here.values().stream().sorted().map(headings()::get).toList();
    }

    /** The field of the column at this place, if it is one. */
    Optional<Column> at(int index) {
        return index < columns.size() ? kind.column(columns.get(index).field()) : Optional.empty();
    }

    List<String> headings() {
        return columns.stream().map(Choice::heading).toList();
    }

    /** Fields that every table of this kind has, and this one lacks. */
    List<Column> missing() {
        List<String> said =
                columns.stream().map(Choice::field).filter(Objects::nonNull).toList();
        return kind.required().stream()
                .filter(column -> !said.contains(column.field()))
                .toList();
    }

    /** Columns that are left out, as they are headed. */
    List<String> leftOut() {
        return columns.stream()
                .filter(choice -> choice.field() == null)
                .map(Choice::heading)
                .toList();
    }

    /** By heading, the first, second … of its like apart; without the column of {@link FailedRows}. */
    private static Map<String, Integer> places(List<String> headings) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!FailedRows.HEADINGS.contains(headings.get(i))) {
                String plain = Words.plain(new Choice(headings.get(i), null).heading());
                places.put(plain + "\n" + seen.merge(plain, 1, Integer::sum), i);
            }
        }
        return places;
    }
}
