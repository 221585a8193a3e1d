package org.patenbuch.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a check has found, or has to say.
 *
 * @param code stable, for programs; the sentence stands under {@code verify.<code>} in the message files
 * @param entry the number of the first entry it is about; null where it is about none
 */
record Finding(String code, @Nullable Long entry, List<String> arguments) {
    static Finding of(String code, String... arguments) {
        return new Finding(code, null, List.of(arguments));
    }

    static Finding at(long entry, String code, String... arguments) {
        return new Finding(code, entry, List.of(arguments));
    }
}
