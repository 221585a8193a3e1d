package org.patenbuch.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** JSON as sent by a program: nothing is converted, a number in quotes is a text and an amount is whole cents. */
final class JsonSource extends Source {
    private final JsonNode node;

    JsonSource(JsonNode node) {
        this.node = node;
    }

    @Override
    boolean absent(Part part) {
        return node.isMissingNode()
                || node.isNull()
                || part.reads() == Part.Reads.TEXT
                        && node.isString()
                        && PlainText.trim(node.stringValue()).isEmpty();
    }

    @Override
    Source field(String name) {
        JsonNode child = node.get(name);
        return new JsonSource(child == null ? MissingNode.getInstance() : child);
    }

    @Override
    boolean strict() {
        return true;
    }

    @Override
    Reading<?> value(Part part) {
        return switch (part.reads()) {
            case TEXT, NAME, DAY, CHOICE -> node.isString() ? fromText(part) : Reading.misread("form.not-a-text");
            case CENTS -> Numbers.cents(node);
            case MINUTES, NUMBER -> Numbers.whole(node, part);
            case YES_NO ->
                node.isBoolean() ? Reading.of(node.booleanValue()) : Reading.misread("form.not-true-or-false");
            case LIST, RECORD -> throw new IllegalStateException(part.name());
        };
    }

    private Reading<?> fromText(Part part) {
        String text = node.stringValue();
        return switch (part.reads()) {
            case NAME -> EntryName.read(text);
            case DAY -> DayText.readIso(text);
            case CHOICE -> Choice.read(text, part);
            default -> PlainText.read(text, part.maxCharacters());
        };
    }

    @Override
    Reading<List<Source>> items() {
        if (!node.isArray()) {
            return Reading.misread("form.not-a-list");
        }
        var items = new ArrayList<Source>();
        node.forEach(item -> items.add(new JsonSource(item)));
        return Reading.of(items);
    }

    @Override
    Reading<Source> object() {
        return node.isObject() ? Reading.of(this) : Reading.misread("form.not-an-object");
    }

    @Override
    List<String> unknown(Set<String> known) {
        return node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    @Override
    Map<String, List<String>> typed() {
        return Map.of();
    }
}
