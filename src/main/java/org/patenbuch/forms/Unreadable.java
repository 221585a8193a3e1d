package org.patenbuch.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent cannot be read at all: no JSON, no table, too large. The code has a sentence in the message files;
 * arguments as in {@link FieldProblem}. Becomes 400, 413 where it is too large, or 415
 * where it is of a kind that is not taken.
 */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    public Unreadable(String code, Object... arguments) {
        this((Throwable) null, code, arguments);
    }

    public Unreadable(@Nullable Throwable cause, String code, Object... arguments) {
        super(code, cause, false, cause != null);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** Whether there was simply too much of it (413). */
    public boolean tooLarge() {
        return code.endsWith("too-large");
    }

    /** Whether it is of a kind that is not taken at all (415). */
    public boolean unsupported() {
        return code.endsWith("unsupported");
    }
}
