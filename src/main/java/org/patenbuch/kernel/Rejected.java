package org.patenbuch.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * A command refused by a rule of the domain. The code is for programs and stays for ever (`contribution.spent`); the
 * sentence for people stands under {@code rejected.<code>} in the message files, with the arguments in it. Arguments
 * are ids, amounts in cents ({@link Long}), days and minutes, never names or other personal text.
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    public Rejected(String code, Object... arguments) {
        super(code + Arrays.toString(arguments), null, false, false);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** Whether the refusal is a conflict with what is already there (409) and not a broken rule (422). */
    public boolean conflict() {
        return code.equals("id.reused");
    }
}
