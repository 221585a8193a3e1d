package org.patenbuch.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as filled in: either the record, or every mistake in it. Pages show it again with what was typed and the
 * problems beside their fields.
 *
 * @param value null when there are problems
 * @param problems in the order of the record's components
 * @param typed what was typed, by field; empty for JSON
 */
public record Bound<R>(@Nullable R value, List<FieldProblem> problems, Map<String, List<String>> typed) {
    public Bound {
        problems = List.copyOf(problems);
    }

    /** A form not filled in yet. */
    public static <R> Bound<R> blank() {
        return new Bound<>(null, List.of(), Map.of());
    }

    /** A form offered with these texts in its fields. */
    public static <R> Bound<R> offered(Map<String, String> texts) {
        var typed = new LinkedHashMap<String, List<String>>();
        texts.forEach((field, text) -> typed.put(field, List.of(text)));
        return new Bound<>(null, List.of(), typed);
    }

    /** @throws Misshapen when there are problems */
    public R orThrow() {
        if (value == null) {
            throw new Misshapen(problems);
        }
        return value;
    }

    public boolean good() {
        return value != null;
    }

    /** What was typed into a field, to be shown again; empty if nothing was. */
    public String text(String field) {
        return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** Whether this value was chosen: a box ticked, an option of a list selected. */
    public boolean chosen(String field, String option) {
        return typed.getOrDefault(field, List.of()).contains(option);
    }

    /** What is wrong with a field of a page, in whichever line of it. */
    public List<FieldProblem> problems(String field) {
        return problems.stream().filter(problem -> problem.at().equals(field)).toList();
    }

    /** The same form refused for one more reason, as when a rule of the domain names a field. */
    public Bound<R> with(FieldProblem problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        return new Bound<>(null, all, typed);
    }

    /**
     * The same form refused by a rule: said beside the day the rule speaks of, else beside the name it speaks of, else
     * for the form as a whole.
     *
     * @param arguments of the refusal, among them perhaps what stands in a field
     */
    public Bound<R> refused(String code, List<Object> arguments) {
        String field = spokenOf(arguments, LocalDate.class)
                .or(() -> spokenOf(arguments, String.class))
                .orElse("");
        return with(new FieldProblem(field, code, arguments));
    }

    private Optional<String> spokenOf(List<Object> arguments, Class<?> kind) {
        return arguments.stream()
                .filter(kind::isInstance)
                .map(argument -> argument instanceof LocalDate day ? day.toString() : argument.toString())
                .flatMap(said -> typed.entrySet().stream()
                        .filter(field -> asks(field.getKey()))
                        .filter(field -> field.getValue().stream().anyMatch(text -> says(text, said)))
                        .map(Map.Entry::getKey))
                .findFirst();
    }

    /** Pages send more than the form asks for. */
    private boolean asks(String field) {
        String first = field.replaceAll("[.\\[].*", "");
        return !first.equals("id")
                && value != null
                && Stream.of(value.getClass().getRecordComponents())
                        .anyMatch(part -> part.getName().equals(first));
    }

    private static boolean says(String typed, String said) {
        return typed.strip().equals(said)
                || DayText.read(typed) instanceof Reading.Understood<LocalDate> day
                        && day.value().toString().equals(said);
    }

    /** Never what was typed: it may be personal. */
    @Override
    public String toString() {
        return good() ? "a good form" : "a form with problems " + problems;
    }
}
