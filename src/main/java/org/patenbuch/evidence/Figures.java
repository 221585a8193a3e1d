package org.patenbuch.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a view, added up a second time from the events alone: by the stored names of events and fields, as
 * docs/events.md describes them, with none of the view's own code.
 */
interface Figures {
    /** The types of events that move a figure. */
    Set<String> types();

    /** @param payload of an event of one of {@link #types} */
    void hear(String type, JsonNode payload);

    /** Every figure by its path: {@code totals.spentCents}, {@code byFund.F-KOO.balanceCents}. */
    Map<String, Long> all();

    /**
     * The first figure that differs from what a view said; null if all are the same. What is no figure is passed over:
     * names, and how far the journal was read.
     */
    static @Nullable String difference(Map<String, Long> counted, JsonNode view) {
        Map<String, Long> said = new TreeMap<>();
        view.propertyStream()
                .filter(part -> !part.getKey().equals("position"))
                .forEach(part -> read(part.getKey(), part.getValue(), said));
        for (Map.Entry<String, Long> figure : counted.entrySet()) {
            if (!figure.getValue().equals(said.remove(figure.getKey()))) {
                return figure.getKey();
            }
        }
        return said.isEmpty() ? null : said.keySet().iterator().next();
    }

    private static void read(String path, JsonNode node, Map<String, Long> figures) {
        if (node.isObject()) {
            node.propertyStream().forEach(part -> read(path + "." + part.getKey(), part.getValue(), figures));
        } else if (node.isArray()) {
            node.valueStream().forEach(line -> read(path + "." + name(line), line, figures));
        } else if (node.isIntegralNumber()) {
            figures.put(path, node.asLong());
        }
    }

    /** By which a line of a list is known: its first field that is a text. */
    private static String name(JsonNode line) {
        for (String key : List.of("partnerId", "fundId", "sponsorId", "activity", "month")) {
            if (line.has(key)) {
                return line.get(key).asString();
            }
        }
        return "?";
    }
}
