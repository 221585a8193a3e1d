package org.patenbuch.desk;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list, and one line of a single entry.
 *
 * @param key its name stands in the message files as {@code field.<key>}
 * @param kind how it is written: {@code TEXT DAY CENTS MINUTES WORD YES_NO LINK}
 * @param list for a LINK, the list in which its value is an id; else null
 * @param listed whether the list shows it, and not only the entry's own page
 */
public record Column<R>(
        String key, String kind, @Nullable String list, boolean listed, Function<R, @Nullable Object> value) {
    public static <R> Column<R> text(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, "TEXT", null, true, value);
    }

    public static <R> Column<R> day(String key, Function<R, @Nullable LocalDate> value) {
        return new Column<>(key, "DAY", null, true, value::apply);
    }

    public static <R> Column<R> cents(String key, Function<R, @Nullable Long> value) {
        return new Column<>(key, "CENTS", null, true, value::apply);
    }

    public static <R> Column<R> minutes(String key, Function<R, @Nullable Integer> value) {
        return new Column<>(key, "MINUTES", null, true, value::apply);
    }

    /** One of a few codes, written as a word. */
    public static <R> Column<R> word(String key, Function<R, @Nullable Object> value) {
        return new Column<>(key, "WORD", null, true, value);
    }

    public static <R> Column<R> yesNo(String key, Function<R, @Nullable Boolean> value) {
        return new Column<>(key, "YES_NO", null, true, value::apply);
    }

    /** The id of an entry of another list, shown by its name where it has one. */
    public static <R> Column<R> link(String key, String list, Function<R, @Nullable String> value) {
        return new Column<>(key, "LINK", list, true, value::apply);
    }

    /** The same, on the entry's own page only. */
    public Column<R> onItsOwnPage() {
        return new Column<>(key, kind, list, false, value);
    }

    public boolean numeric() {
        return kind.equals("CENTS") || kind.equals("MINUTES");
    }
}
