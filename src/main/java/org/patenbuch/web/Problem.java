package org.patenbuch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program whose request did not work out (RFC 9457, {@code application/problem+json}).
 *
 * @param title the status in words, for people who read logs
 * @param code stable, for programs
 * @param detail a sentence a person can act on, in the language asked for
 * @param errors what is wrong with which field, all of it at once; absent where it is not about fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<Error> errors) {
    /** One field's problem, with its own code and sentence. */
    public record Error(String field, String code, String detail) {}
}
