package org.patenbuch.engagement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one batch of events makes of one table's rows: versions that end, versions that begin. Nothing is changed in
 * place, so what was known at any position can still be read.
 */
class Versions<R> {
    record Key(String partnership, String id) {}

    /** @param until null while it holds */
    record Version<R>(Key key, long since, @Nullable Long until, R row) {}

    private record Standing<R>(long since, R row, boolean stored) {}

    private final Map<Key, Standing<R>> standing = new HashMap<>();
    private final Map<Key, Long> ended = new HashMap<>();
    private final List<Version<R>> passed = new ArrayList<>();

    /** @param stored the present rows of all that the batch may change */
    Versions(Map<Key, R> stored) {
        stored.forEach((key, row) -> standing.put(key, new Standing<>(0, row, true)));
    }

    void begin(Key key, long position, R row) {
        standing.put(key, new Standing<>(position, row, false));
        changed(key, position, null, row);
    }

    void change(Key key, long position, UnaryOperator<R> change) {
        Standing<R> before = standing.get(key);
        if (before == null) {
            throw new IllegalStateException(
                    "An event at " + position + " changes " + key.id() + ", which no event made");
        }
        if (before.stored()) {
            ended.put(key, position);
        } else {
            passed.add(new Version<>(key, before.since(), position, before.row()));
        }
        R after = change.apply(before.row());
        standing.put(key, new Standing<>(position, after, false));
        changed(key, position, before.row(), after);
    }

    /** For those who keep sums beside the rows. */
    void changed(Key key, long position, @Nullable R before, R after) {}

    /** The stored versions that ended, and at which position. */
    Map<Key, Long> ended() {
        return ended;
    }

    /** The versions to store, those that ended within the batch too. */
    List<Version<R>> begun() {
        List<Version<R>> begun = new ArrayList<>(passed);
        standing.forEach((key, last) -> {
            if (!last.stored()) {
                begun.add(new Version<>(key, last.since(), null, last.row()));
            }
        });
        return begun;
    }
}
