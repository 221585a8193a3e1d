package org.patenbuch.eventstore;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A way to follow the journal while others write to it: the real one, and those that look right and are not. */
interface Reading extends AutoCloseable {
    /** An event as a reader came upon it. */
    record Seen(long position, String stream, long seq) {}

    /** Takes in what it believes complete; asked again and again. */
    void look() throws SQLException;

    /** All it has taken in, in that order. */
    List<Seen> seen();

    @Override
    void close() throws SQLException;

    /** What became of a run of one reading, against what was committed in the end. */
    record Verdict(long missed, long disordered, long repeated) {
        boolean right() {
            return missed + disordered + repeated == 0;
        }

        static Verdict of(List<Seen> committed, List<Seen> seen) {
            Set<Seen> missing = new HashSet<>(committed);
            seen.forEach(missing::remove);
            return new Verdict(missing.size(), disordered(seen), seen.size() - new HashSet<>(seen).size());
        }

        private static long disordered(List<Seen> seen) {
            Map<String, Long> last = new HashMap<>();
            long disordered = 0;
            for (Seen event : seen) {
                Long before = last.put(event.stream(), event.seq());
                if (before != null && before >= event.seq()) {
                    disordered++;
                }
            }
            return disordered;
        }
    }
}
