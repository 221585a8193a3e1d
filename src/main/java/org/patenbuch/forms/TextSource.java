package org.patenbuch.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Text by field name, as people typed it into a form or a table. */
final class TextSource extends Source {
    private static final Set<String> YES = Set.of("ja", "yes", "true", "on");
    private static final Set<String> NO = Set.of("nein", "no", "false");
    private static final Pattern INDEX = Pattern.compile("\\[(0|[1-9]\\d{0,2})](?:\\..*)?");

    private final Map<String, List<String>> values;
    private final String path;
    private final String listSeparator;

    TextSource(Map<String, List<String>> values, String path, String listSeparator) {
        this.values = values;
        this.path = path;
        this.listSeparator = listSeparator;
    }

    @Override
    boolean absent(Part part) {
        return switch (part.reads()) {
            case RECORD -> noneBelow(".");
            case LIST -> written().isEmpty() && noneBelow("[");
            case YES_NO -> written().isEmpty() && !values.containsKey("_" + path);
            default -> written().isEmpty();
        };
    }

    private boolean noneBelow(String step) {
        return values.entrySet().stream()
                .noneMatch(entry -> entry.getKey().startsWith(path + step)
                        && !written(entry.getValue()).isEmpty());
    }

    private List<String> written() {
        return written(values.getOrDefault(path, List.of()));
    }

    private static List<String> written(List<String> typed) {
        if (typed.size() == 1) {
            return PlainText.trim(typed.getFirst()).isEmpty() ? List.of() : typed;
        }
        return typed.stream().filter(text -> !PlainText.trim(text).isEmpty()).toList();
    }

    @Override
    Source field(String name) {
        return new TextSource(values, path.isEmpty() ? name : path + "." + name, listSeparator);
    }

    @Override
    boolean strict() {
        return false;
    }

    @Override
    Reading<?> value(Part part) {
        List<String> written = written();
        if (written.size() > 1 && part.reads() != Part.Reads.YES_NO) {
            return Reading.misread("form.sent-twice");
        }
        String text = written.isEmpty() ? "" : written.getFirst();
        return switch (part.reads()) {
            case TEXT -> PlainText.read(text, part.maxCharacters());
            case NAME -> EntryName.read(text);
            case CENTS -> AmountText.read(text);
            case MINUTES -> MinutesText.read(text);
            case NUMBER -> Numbers.whole(text, part);
            case YES_NO -> yesOrNo(written);
            case DAY -> DayText.read(text);
            case CHOICE -> Choice.read(PlainText.trim(text), part);
            case LIST, RECORD -> throw new IllegalStateException(part.name());
        };
    }

    /** A box not ticked sends nothing but its marker; some pages send a "false" along with every ticked one. */
    private static Reading<Boolean> yesOrNo(List<String> written) {
        List<String> words = written.stream()
                .map(text -> PlainText.trim(text).toLowerCase(Locale.ROOT))
                .toList();
        if (NO.containsAll(words)) {
            return Reading.of(false);
        }
        boolean known = words.stream().allMatch(word -> YES.contains(word) || NO.contains(word));
        return known ? Reading.of(true) : Reading.misread("form.not-yes-or-no");
    }

    @Override
    Reading<List<Source>> items() {
        var items = new ArrayList<Source>();
        for (String typed : written()) {
            for (String item : typed.split(listSeparator)) {
                items.add(new TextSource(Map.of(path, List.of(item)), path, listSeparator));
            }
        }
        var numbered = new TreeMap<Integer, Source>();
        for (String name : values.keySet()) {
            var index = INDEX.matcher(name.startsWith(path) ? name.substring(path.length()) : "");
            if (index.matches()) {
                String number = index.group(1);
                numbered.put(Integer.valueOf(number), new TextSource(values, path + "[" + number + "]", listSeparator));
            }
        }
        for (int i = 0; !numbered.isEmpty() && i <= numbered.lastKey(); i++) {
            items.add(numbered.getOrDefault(i, new TextSource(Map.of(), path, listSeparator)));
        }
        return Reading.of(items);
    }

    @Override
    Reading<Source> object() {
        return Reading.of(this);
    }

    /** Pages send more than the form holds (the token against forgery, the button); files are asked by heading. */
    @Override
    List<String> unknown(Set<String> known) {
        return List.of();
    }

    @Override
    Map<String, List<String>> typed() {
        return values;
    }
}
