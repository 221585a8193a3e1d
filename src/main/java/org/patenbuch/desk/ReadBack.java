package org.patenbuch.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.patenbuch.forms.Field;
import org.springframework.stereotype.Component;

/** What was filled in, as it was understood: read once more before it counts. */
@Component
class ReadBack {
    private final Words words;
    private final Inputs inputs;

    ReadBack(Words words, Inputs inputs) {
        this.words = words;
        this.inputs = inputs;
    }

    /** One answer under its name. */
    record Line(String name, String value) {}

    /** @param options by the name of a field that holds an id, the entries it can be */
    List<Line> of(Action action, Record form, Map<String, List<Desk.Option>> options) {
        List<Line> lines = new ArrayList<>();
        add(action, "", form, Field.of(form.getClass()), options, lines);
        return lines;
    }

    private void add(
            Action action,
            String before,
            Record form,
            List<Field> fields,
            Map<String, List<Desk.Option>> options,
            List<Line> lines) {
        for (Field field : fields) {
            Object value = value(form, field.name());
            if (value == null || field.name().equals("id")) continue;
            String name = before + inputs.label(action, field);
            if (value instanceof Record group) {
                add(action, name + ": ", group, field.parts(), options, lines);
            } else if (value instanceof List<?> several && field.kind().equals("GROUP")) {
                for (int n = 0; n < several.size(); n++) {
                    add(action, name + " " + (n + 1) + ": ", (Record) several.get(n), field.parts(), options, lines);
                }
            } else {
                lines.add(new Line(name, said(field, value, options)));
            }
        }
    }

    private String said(Field field, Object value, Map<String, List<Desk.Option>> options) {
        return options.getOrDefault(field.name(), List.of()).stream()
                .filter(option -> option.id().equals(value))
                .map(Desk.Option::name)
                .findFirst()
                .orElseGet(() -> value instanceof List<?> several
                                && field.kind().equals("TEXT")
                        ? String.join(
                                ", ", several.stream().map(Object::toString).toList())
                        : words.value(field.kind(), value));
    }

    private static Object value(Record form, String name) {
        try {
            var accessor = form.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(form);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
