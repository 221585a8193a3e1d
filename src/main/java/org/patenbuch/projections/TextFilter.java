package org.patenbuch.projections;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filter {@code q} of a list: a text that one of the columns has in it, in whatever case. */
public final class TextFilter {
    /** Only {@code q} itself is meant, not what LIKE reads into it. */
    private static final String PATTERN =
            "'%' || replace(replace(replace(lower(:q), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";

    private TextFilter() {}

    /**
     * The condition in SQL, with {@code :q} for the text. It is looked for in all columns at once, line by line, and an
     * index on that very expression finds it without reading every row (migration {@code V80__text_filter}).
     */
    public static String in(String... columns) {
        return Stream.of(columns)
                .map("coalesce(%s, '')"::formatted)
                .collect(Collectors.joining(" || chr(10) || ", "lower(", ") LIKE " + PATTERN));
    }
}
