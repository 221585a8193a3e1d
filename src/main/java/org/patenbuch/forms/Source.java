package org.patenbuch.forms;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What someone sent, of whatever origin, as the {@link Binder} walks through it. */
public abstract sealed class Source permits JsonSource, TextSource {
    /** A JSON object of a program: types are strict, unknown fields are problems. */
    public static Source json(JsonNode object) {
        return new JsonSource(object);
    }

    /** One row of a file: text by field name; a list stands in one cell, parted by commas or semicolons. */
    public static Source row(Map<String, String> cells) {
        var values = new HashMap<String, List<String>>();
        cells.forEach((name, cell) -> values.put(name, List.of(cell)));
        return new TextSource(values, "", "[,;]");
    }

    /**
     * The fields of an HTML form: nested fields are {@code consent.givenOn}, list items {@code instalments[0].dueOn},
     * or several values of one name, or one a line. A ticked box sends anything; {@code _name} says a box was there.
     */
    public static Source parameters(Map<String, String[]> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, typed) -> values.put(name, Arrays.asList(typed)));
        return new TextSource(values, "", "\\R");
    }

    /** Whether nothing was said here: missing, null or blank. */
    abstract boolean absent(Part part);

    abstract Source field(String name);

    /** Whether an empty item of a list is a mistake; in a form it is a line not filled in. */
    abstract boolean strict();

    /** What is neither an object nor a list: text, number, day, choice. */
    abstract Reading<?> value(Part part);

    abstract Reading<List<Source>> items();

    /** A misreading when this should hold fields and does not. */
    abstract Reading<Source> object();

    /** Fields sent that no one asked for. */
    abstract List<String> unknown(Set<String> known);

    /** What was typed, by field, so that a page can show it again; empty for JSON. */
    abstract Map<String, List<String>> typed();
}
