package org.patenbuch.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Page;

/**
 * A table as a page shows it.
 *
 * @param caption its key in the message files; null where the heading above says it already
 * @param whole address of the list that has all of it; null where all of it stands here
 */
record Table(
        @Nullable String caption,
        List<Column> columns,
        List<List<Cell>> rows,
        @Nullable String whole) {
    Table(@Nullable String caption, List<Column> columns, List<List<Cell>> rows) {
        this(caption, columns, rows, null);
    }

    /** Says where the rest is, where there is more than stands here. */
    Table of(Page<?> page, String address) {
        return page.next() == null ? this : new Table(caption, columns, rows, address);
    }

    /** @param name of its heading, below {@code money.column.} */
    record Column(String name, boolean numeric) {}

    /**
     * @param key of its text in the message files; null where {@code text} is one
     * @param address it leads to; null where it leads nowhere
     */
    record Cell(
            @Nullable String text,
            @Nullable String key,
            @Nullable String address) {
        static Cell of(@Nullable String text) {
            return new Cell(text == null ? "–" : text, null, null);
        }

        /** What stands there until it is erased. */
        static Cell erasable(@Nullable String text) {
            return text == null ? word("start.erased") : of(text);
        }

        static Cell word(String key) {
            return new Cell(null, key, null);
        }

        static Cell link(String text, String address) {
            return new Cell(text, null, address);
        }
    }

    /** A name that ends with {@code #} heads a column of figures. */
    static List<Column> columns(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> new Column(name.replace("#", ""), name.endsWith("#")))
                .toList();
    }

    public boolean empty() {
        return rows.isEmpty();
    }
}
