package org.patenbuch.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.projections.TextFilter;

/** The conditions of a list, only those that were asked for. */
final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    /** @param condition with {@code :name} for the value; left out where the value is null */
    Where and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND (").append(condition).append(")");
            values.put(name, value);
        }
        return this;
    }

    /** Another value for a condition that is there. */
    void set(String name, Object value) {
        values.put(name, value);
    }

    /** Whether one of the columns has the text in it. */
    Where contains(@Nullable String text, String... columns) {
        return and(TextFilter.in(columns), "q", text);
    }

    /** Only rows of the status that was asked for. */
    <C extends Enum<C>> Where choice(@Nullable String status, Class<C> choices) {
        C chosen = choice("status", status, choices);
        return and("status = :status", "status", chosen == null ? null : chosen.name());
    }

    /** @throws Misshapen 400 if there is no such choice */
    static <C extends Enum<C>> @Nullable C choice(String field, @Nullable String chosen, Class<C> choices) {
        List<C> all = List.of(choices.getEnumConstants());
        Optional<C> found =
                all.stream().filter(one -> one.name().equals(chosen)).findFirst();
        if (chosen != null && found.isEmpty()) {
            List<String> names = all.stream().map(Enum::name).toList();
            throw new Misshapen(List.of(FieldProblem.of(field, "form.unknown-value", names)));
        }
        return found.orElse(null);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return values;
    }
}
