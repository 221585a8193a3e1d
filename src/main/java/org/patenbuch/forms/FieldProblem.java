package org.patenbuch.forms;

import java.util.List;

/**
 * One thing wrong with one field. Never holds what was typed: it may be personal.
 *
 * @param field the contract's name with its path, {@code instalments[0].dueOn}
 * @param code stays for ever and stands in the message files, {@code form.required}
 * @param arguments for the sentence: {@link Long} is cents, {@link Integer} a plain number, {@link java.time.LocalDate}
 *     a day, {@link List} the values allowed, {@link String} as it is
 */
public record FieldProblem(String field, String code, List<Object> arguments) {
    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    FieldProblem below(String path) {
        return path.isEmpty() ? this : new FieldProblem(path + field, code, arguments);
    }

    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }
}
