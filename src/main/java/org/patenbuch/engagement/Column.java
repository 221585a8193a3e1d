package org.patenbuch.engagement;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of versions, as it is written: a batch's values go in as one array of texts, cast to the type.
 *
 * @param type its PostgreSQL type
 */
record Column<R>(String name, String type, Function<R, @Nullable Object> value) {
    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "text", value);
    }

    static <R> Column<R> day(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "date", value);
    }

    /** A list of words as an array, each quoted. */
    static <R> Column<R> words(String name, Function<R, List<String>> value) {
        return new Column<>(
                name,
                "text[]",
                row -> value.apply(row).stream()
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}")));
    }

    @Nullable
    String of(R row) {
        Object found = value.apply(row);
        return found == null ? null : found.toString();
    }
}
