package org.patenbuch.operation;

import java.util.List;

/** What was to be put back cannot be; nothing was changed. The sentence stands in the message files. */
final class NotABackup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    NotABackup(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String key() {
        return key;
    }

    List<Object> arguments() {
        return arguments;
    }
}
