package org.patenbuch.forms;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bean Validation's findings, as problems of ours. */
final class Constraints {
    private final Validator validator;

    Constraints(Validator validator) {
        this.validator = validator;
    }

    /** Everything the record demands of itself. */
    void check(Object form, String path, Set<FieldProblem> problems) {
        for (ConstraintViolation<Object> violation : validator.validate(form)) {
            problems.add(problem(violation, path));
        }
    }

    /** What the record demands of those components that could be read. */
    void check(Shape<?> shape, Object[] values, List<Part> readable, String path, Set<FieldProblem> problems) {
        var constrained = validator.getConstraintsForClass(shape.type());
        for (Part part : readable) {
            if (constrained.getConstraintsForProperty(part.name()) != null) {
                Object value = values[shape.parts().indexOf(part)];
                for (var violation : validator.validateValue(shape.type(), part.name(), value)) {
                    problems.add(problem(violation, path));
                }
            }
        }
    }

    private static FieldProblem problem(ConstraintViolation<?> violation, String path) {
        String field = path + violation.getPropertyPath().toString().replaceAll("\\.?<[^>]*>", "");
        Map<String, Object> says = violation.getConstraintDescriptor().getAttributes();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (constraint) {
            case "Size" -> size(field, violation.getInvalidValue(), says);
            case "Positive" -> FieldProblem.of(field, "form.too-small", bound(field, 1));
            case "PositiveOrZero" -> FieldProblem.of(field, "form.too-small", bound(field, 0));
            case "Min" -> FieldProblem.of(field, "form.too-small", bound(field, (long) says.get("value")));
            case "Max" -> FieldProblem.of(field, "form.too-big", bound(field, (long) says.get("value")));
            case "NotBlank", "NotEmpty", "NotNull" -> FieldProblem.of(field, "form.required");
            default -> FieldProblem.of(field, own(violation.getMessageTemplate()));
        };
    }

    private static FieldProblem size(String field, Object value, Map<String, Object> says) {
        int min = (int) says.get("min");
        int max = (int) says.get("max");
        if (value instanceof CharSequence text) {
            return text.length() < min
                    ? FieldProblem.of(field, "form.too-short", min)
                    : FieldProblem.of(field, "form.too-long", max);
        }
        return value instanceof Collection<?> items && items.size() < min
                ? FieldProblem.of(field, "form.too-few", min)
                : FieldProblem.of(field, "form.too-many", max);
    }

    /** The kinds of argument of {@link FieldProblem#arguments}: cents are long, plain numbers are not. */
    private static Object bound(String field, long limit) {
        if (field.endsWith("Cents")) {
            return limit;
        }
        return limit == (int) limit ? (Object) (int) limit : Long.toString(limit);
    }

    /** A record may name a code of its own as the message: {@code @Pattern(message = "form.not-a-month")}. */
    private static String own(String messageTemplate) {
        return messageTemplate.startsWith("{") ? "form.invalid" : messageTemplate;
    }
}
