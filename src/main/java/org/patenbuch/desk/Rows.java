package org.patenbuch.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.springframework.stereotype.Component;

/** Writes the entries of a list for a page: every value as text, every id of another entry by its name. */
@Component
class Rows {
    private final Desk desk;
    private final Words words;

    Rows(Desk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    /**
     * One value on the page.
     *
     * @param text empty where there is none
     * @param code the value behind a word, else null
     * @param address of the entry it names, else null
     */
    record Cell(
            Column<?> column,
            String text,
            @Nullable String code,
            @Nullable String address) {
        public boolean empty() {
            return text.isEmpty();
        }
    }

    /** One entry. */
    record Row(String id, List<Cell> cells) {
        /** The code in the column {@code status}, empty if there is none. */
        String status() {
            return cells.stream()
                    .filter(cell -> cell.column().key().equals("status") && cell.code() != null)
                    .map(Cell::code)
                    .findFirst()
                    .orElse("");
        }
    }

    /** @param asked the moment they are from, so that what they name is called as it was then */
    <R> List<Row> of(Who who, Listed<R> list, List<R> entries, Asked asked) {
        Map<String, Map<String, String>> names = names(who, list, entries, asked.then());
        return entries.stream().map(entry -> row(who, list, entry, names)).toList();
    }

    /** By list and id, what the entries are called that these link to: one question a list. */
    private <R> Map<String, Map<String, String>> names(Who who, Listed<R> list, List<R> entries, Asked then) {
        Map<String, Set<String>> linked = new HashMap<>();
        for (Column<R> column : list.columns()) {
            if (column.kind().equals("LINK")) {
                Set<String> ids = linked.computeIfAbsent(column.list(), none -> new LinkedHashSet<>());
                entries.stream()
                        .map(column.value())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .forEach(ids::add);
            }
        }
        Map<String, Map<String, String>> names = new HashMap<>();
        linked.forEach((name, ids) -> {
            Listed<?> other = desk.list(name);
            names.put(name, other.seenBy(who.roles()) ? other.names(who, ids, then) : Map.of());
        });
        return names;
    }

    private <R> Row row(Who who, Listed<R> list, R entry, Map<String, Map<String, String>> names) {
        List<Object> values = list.values(entry);
        List<Cell> cells = new ArrayList<>();
        for (int n = 0; n < values.size(); n++) {
            cells.add(cell(who, list.columns().get(n), values.get(n), names));
        }
        return new Row(list.id().apply(entry), cells);
    }

    private Cell cell(Who who, Column<?> column, @Nullable Object value, Map<String, Map<String, String>> names) {
        if (value == null) return new Cell(column, "", null, null);
        if (column.kind().equals("LINK")) {
            String id = value.toString();
            Listed<?> other = desk.list(column.list());
            if (!other.seenBy(who.roles())) return new Cell(column, id, null, null);
            String name = names.get(other.name()).getOrDefault(id, id);
            return new Cell(column, name, null, "/" + who.partnership() + "/" + other.name() + "/" + id);
        }
        String code = column.kind().equals("WORD") ? value.toString() : null;
        return new Cell(column, words.value(column.kind(), value), code, null);
    }
}
