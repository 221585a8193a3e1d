package org.patenbuch.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

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

    /** 413, 415 where it is of a kind that is not taken at all, else 400. */
    public HttpStatus status() {
        if (tooLarge()) return HttpStatus.CONTENT_TOO_LARGE;
        return code.endsWith("unsupported") ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatus.BAD_REQUEST;
    }
}
