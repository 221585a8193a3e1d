package org.patenbuch.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> names = new HashMap<>();
        return entries.stream()
                .map(entry -> row(who, list, entry, asked.then(), names))
                .toList();
    }

    private <R> Row row(Who who, Listed<R> list, R entry, Asked then, Map<String, String> names) {
        List<Object> values = list.values(entry);
        List<Cell> cells = new ArrayList<>();
        for (int n = 0; n < values.size(); n++) {
            cells.add(cell(who, list.columns().get(n), values.get(n), then, names));
        }
        return new Row(list.id().apply(entry), cells);
    }

    private Cell cell(Who who, Column<?> column, @Nullable Object value, Asked then, Map<String, String> names) {
        if (value == null) return new Cell(column, "", null, null);
        if (column.kind().equals("LINK")) {
            String id = value.toString();
            Listed<?> other = desk.list(column.list());
            if (!other.seenBy(who.roles())) return new Cell(column, id, null, null);
            String name = names.computeIfAbsent(other.name() + "/" + id, key -> name(who, other, id, then));
            return new Cell(column, name, null, "/" + who.partnership() + "/" + other.name() + "/" + id);
        }
        String code = column.kind().equals("WORD") ? value.toString() : null;
        return new Cell(column, words.value(column.kind(), value), code, null);
    }

    /** The id where it has no name. */
    private static <R> String name(Who who, Listed<R> list, String id, Asked then) {
        return list.one()
                .ask(who, id, then)
                .map(found -> list.named().apply(found.item()))
                .orElse(id);
    }
}
