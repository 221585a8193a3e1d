package org.patenbuch.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a command came from.
 *
 * @param source {@code screen}, {@code api}, {@code import/<batch>/<file>/<row>}, or {@code import/<batch>/reversal}
 * @param correlation one id for everything a single request did
 */
public record Origin(String source, String correlation) {
    public static Origin screen() {
        return new Origin("screen", UUID.randomUUID().toString());
    }

    public static Origin api() {
        return new Origin("api", UUID.randomUUID().toString());
    }

    /** Whether the command is a row of an import or takes one back: the right to import stands for all its rows. */
    public boolean isImport() {
        return source.startsWith("import/");
    }

    public static Origin imported(String batch, @Nullable String file, long row) {
        return new Origin("import/" + batch + "/" + file + "/" + row, batch);
    }

    public static Origin importReversed(String batch) {
        return new Origin("import/" + batch + "/reversal", UUID.randomUUID().toString());
    }
}
