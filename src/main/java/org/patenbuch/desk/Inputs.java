package org.patenbuch.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Field;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Sentences;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Turns the fields of a form record into what a page shows, with what was typed and what is wrong with it. */
@Component
class Inputs {
    /** So many groups of one kind can be entered at once without scripts: the rates of a pledge. */
    private static final int ROWS = 6;

    private final Words words;
    private final Sentences sentences;

    Inputs(Words words, Sentences sentences) {
        this.words = words;
        this.sentences = sentences;
    }

    /** @param options by the name of a field that holds an id, the entries to choose from; not those that may not be seen */
    List<Input.Group> of(Action action, List<Field> fields, Bound<?> bound, Map<String, List<Desk.Option>> options) {
        return fields.stream()
                .filter(field -> !field.name().equals("id"))
                .map(field -> group(action, field, bound, options))
                .toList();
    }

    private Input.Group group(Action action, Field field, Bound<?> bound, Map<String, List<Desk.Option>> options) {
        if (!field.kind().equals("GROUP")) {
            return new Input.Group(
                    field.name(),
                    null,
                    List.of(),
                    List.of(List.of(input(action, field, field.name(), bound, options))));
        }
        Stream<String> paths = field.many()
                ? IntStream.range(0, ROWS).mapToObj(n -> field.name() + "[" + n + "].")
                : Stream.of(field.name() + ".");
        return new Input.Group(
                field.name(),
                label(action, field) + (field.optional() ? " " + words.say("desk.optional") : ""),
                bound.problems(field.name()).stream().map(this::sentence).toList(),
                paths.map(path -> field.parts().stream()
                                .map(part -> input(action, part, path + part.name(), bound, options))
                                .toList())
                        .toList());
    }

    private Input input(
            Action action, Field field, String path, Bound<?> bound, Map<String, List<Desk.Option>> options) {
        List<Desk.Option> entries = field.name().equals("languages")
                ? Languages.offered(bound.typed().getOrDefault(path, List.of()))
                : options.getOrDefault(field.name(), List.of());
        boolean choice = field.kind().equals("CHOICE");
        List<Input.Choice> choices = choice
                ? field.choices().stream()
                        .map(one -> new Input.Choice(one, words.word(one), bound.chosen(path, one)))
                        .toList()
                : entries.stream()
                        .map(one -> new Input.Choice(one.id(), one.name(), bound.chosen(path, one.id())))
                        .toList();
        boolean offered = options.containsKey(field.name());
        String type = type(field, choices, offered);
        boolean inRow = path.contains("[");
        String label = label(action, field) + (field.optional() ? " " + words.say("desk.optional") : "");
        return new Input(
                path,
                inRow ? words.say("desk.row", row(path), label) : label,
                type,
                mode(field.kind()),
                bound.text(path),
                choices,
                !field.optional() && !inRow,
                offered ? hintOfChoice(choices, type) : hint(field),
                field.many() ? field.maxCharacters() * 2 : field.maxCharacters(),
                bound.problems(path).stream().map(one -> sentence(one, type)).toList());
    }

    private static String type(Field field, List<Input.Choice> choices, boolean offered) {
        return switch (field.kind()) {
            case "YES_NO" -> "box";
            case "DAY" -> "date";
            case "CHOICE" -> field.many() ? "boxes" : "choice";
            default -> choices.isEmpty() && !offered ? field.isLong() ? "long" : "text" : ofMany(field, choices);
        };
    }

    private static String ofMany(Field field, List<Input.Choice> choices) {
        if (field.many()) return "boxes";
        return ofMany(choices);
    }

    static String ofMany(List<Input.Choice> choices) {
        return choices.size() > Desk.MOST_OPTIONS ? Input.SUGGESTS : "choice";
    }

    private static @Nullable String mode(String kind) {
        return switch (kind) {
            case "CENTS" -> "decimal";
            case "NUMBER" -> "numeric";
            default -> null;
        };
    }

    private @Nullable String hintOfChoice(List<Input.Choice> choices, String type) {
        if (choices.isEmpty()) return words.say("desk.hint.none");
        return type.equals(Input.SUGGESTS) ? words.say("desk.hint.suggested") : null;
    }

    private @Nullable String hint(Field field) {
        return switch (field.kind()) {
            case "CENTS" -> words.say("desk.hint.cents");
            case "MINUTES" -> words.say("desk.hint.minutes");
            case "TEXT" -> field.many() ? words.say("desk.hint.lines") : null;
            default -> null;
        };
    }

    /** A field may be called otherwise in one form: {@code field.contributions.kind}. */
    String label(Action action, Field field) {
        String own = words.sayOrNull("field." + action.list() + "." + field.name());
        return own == null ? words.say("field." + field.name()) : own;
    }

    /** Who typed a name and chose none is not helped by the letters an id may have. */
    private String sentence(FieldProblem problem, String type) {
        return type.equals(Input.SUGGESTS) && problem.code().equals("form.not-a-name")
                ? words.say("desk.wrong.suggested")
                : sentence(problem);
    }

    private String sentence(FieldProblem problem) {
        Locale language = LocaleContextHolder.getLocale();
        return sentences.of(problem, language);
    }

    /** What is wrong, and with which of these inputs or groups: as it is said apart from them. */
    String sentence(FieldProblem problem, List<Input.Group> groups) {
        for (Input.Group group : groups) {
            if (group.legend() != null && group.path().equals(problem.at()))
                return named(group.legend(), sentence(problem));
            for (Input input : group.rows().stream().flatMap(List::stream).toList()) {
                if (input.path().equals(problem.at())) return named(input.label(), sentence(problem, input.type()));
            }
        }
        return sentence(problem);
    }

    private String named(String label, String sentence) {
        return label.replace(" " + words.say("desk.optional"), "") + ": " + sentence;
    }

    private static int row(String path) {
        return Integer.parseInt(path.replaceAll("^.*\\[(\\d+)].*$", "$1")) + 1;
    }
}
