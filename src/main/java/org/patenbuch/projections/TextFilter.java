package org.patenbuch.projections;

/** The filter {@code q} of a list: a text that one of the columns has in it, in whatever case. */
public final class TextFilter {
    private TextFilter() {}

    /**
     * The condition in SQL, with {@code :q} for the text. It is looked for in all columns at once, line by line: a third
     * of the time of looking into each.
     */
    public static String in(String... columns) {
        return "strpos(lower(concat_ws(chr(10), %s)), lower(:q)) > 0".formatted(String.join(", ", columns));
    }
}
