package org.patenbuch.forms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing wrong with one field. Never holds what was typed: it may be personal.
 *
 * @param field the contract's name with its path, {@code instalments[0].dueOn}
 * @param code stays for ever and stands in the message files, {@code form.required}
 * @param arguments for the sentence: {@link Long} is cents, {@link Integer} a plain number, {@link java.time.LocalDate}
 *     a day, {@link List} the values allowed, {@link String} as it is
 */
public record FieldProblem(String field, String code, List<Object> arguments) {
    private static final Pattern SEVERAL = Pattern.compile("\\[(\\d{1,8})]");

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    /** The field of a page it belongs to: one that takes several, line by line, is one field with one name. */
    public String at() {
        return field.endsWith("]") ? field.substring(0, field.lastIndexOf('[')) : field;
    }

    /** Which of several it is about, counted from 1: a line of a field or a row of fields; 0 where there is but one. */
    public int number() {
        Matcher several = SEVERAL.matcher(field);
        return several.find() ? Integer.parseInt(several.group(1)) + 1 : 0;
    }

    FieldProblem below(String path) {
        return path.isEmpty() ? this : new FieldProblem(path + field, code, arguments);
    }

    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }
}
