package org.patenbuch.forms;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was sent into a form record, or names everything wrong with it at once. See the package for the rules. */
@Component
public class Binder {
    private static final int MAX_ITEMS = 1000;
    private static final int MAX_UNKNOWN = 20;

    private final Constraints constraints;

    public Binder(Validator validator) {
        constraints = new Constraints(validator);
    }

    public <R extends Record> Bound<R> bind(Class<R> type, Source source) {
        var problems = new LinkedHashSet<FieldProblem>();
        R value = switch (source.object()) {
            case Reading.Understood<Source> object -> read(Shape.of(type), object.value(), "", problems);
            case Reading.Misread<Source> wrong -> throw new Unreadable(wrong.code());
        };
        if (problems.isEmpty()) {
            return new Bound<>(value, List.of(), source.typed());
        }
        return new Bound<>(null, inOrder(Shape.of(type), problems), source.typed());
    }

    private <R> @Nullable R read(Shape<R> shape, Source source, String path, LinkedHashSet<FieldProblem> problems) {
        int before = problems.size();
        Object[] values = new Object[shape.parts().size()];
        var readable = new ArrayList<Part>();
        for (int i = 0; i < values.length; i++) {
            Part part = shape.parts().get(i);
            int known = problems.size();
            values[i] = part(part, source.field(part.name()), path + part.name(), problems);
            if (problems.size() == known) {
                readable.add(part);
            }
        }
        source.unknown(shape.names()).stream()
                .limit(MAX_UNKNOWN)
                .forEach(name -> problems.add(FieldProblem.of(path + shown(name), "form.unknown-field")));
        if (readable.size() < values.length) {
            constraints.check(shape, values, readable, path, problems);
            return null;
        }
        R value = shape.make(values);
        constraints.check(value, path, problems);
        if (problems.size() == before && value instanceof Checked form) {
            form.mistakes().forEach(mistake -> problems.add(mistake.below(path)));
        }
        return problems.size() == before ? value : null;
    }

    private @Nullable Object part(Part part, Source source, String path, LinkedHashSet<FieldProblem> problems) {
        if (source.absent(part)) {
            if (!part.optional()) {
                problems.add(FieldProblem.of(path, "form.required"));
            }
            return null;
        }
        return switch (part.reads()) {
            case LIST -> list(part.item(), source, path, problems);
            case RECORD ->
                understood(source.object(), path, problems) instanceof Source object
                        ? read(Shape.of(part.type()), object, path + ".", problems)
                        : null;
            default -> understood(source.value(part), path, problems);
        };
    }

    private @Nullable List<Object> list(Part item, Source source, String path, LinkedHashSet<FieldProblem> problems) {
        List<Source> items = understood(source.items(), path, problems);
        if (items == null) {
            return null;
        }
        if (items.size() > MAX_ITEMS) {
            problems.add(FieldProblem.of(path, "form.too-many", MAX_ITEMS));
            return null;
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).strict() || !items.get(i).absent(item)) {
                values.add(part(item, items.get(i), path + "[" + i + "]", problems));
            }
        }
        return values.contains(null) ? null : List.copyOf(values);
    }

    private static <T> @Nullable T understood(Reading<T> reading, String path, LinkedHashSet<FieldProblem> problems) {
        return switch (reading) {
            case Reading.Understood<T> right -> right.value();
            case Reading.Misread<T> wrong -> {
                problems.add(new FieldProblem(path, wrong.code(), wrong.arguments()));
                yield null;
            }
        };
    }

    /** A name we did not choose, short and without line ends. */
    private static String shown(String name) {
        String line = name.replaceAll("\\P{Graph}", "?");
        return line.length() > 64 ? line.substring(0, 64) : line;
    }

    private static List<FieldProblem> inOrder(Shape<?> shape, LinkedHashSet<FieldProblem> problems) {
        List<String> names = List.copyOf(shape.names());
        return problems.stream()
                .sorted(Comparator.comparingInt(problem -> {
                    int place = names.indexOf(problem.field().split("[.\\[]")[0]);
                    return place < 0 ? names.size() : place;
                }))
                .toList();
    }
}
