package org.patenbuch.projections;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.Horizon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each view has read. Kept in the view's own transaction, so rows and position are never apart. */
@Component
public class Positions {
    /** As long as a question waits for a view, by contract. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(4);

    private static final String MOVED = """
            INSERT INTO view_position (view, position, known_at) VALUES (?, ?, ?)
            ON CONFLICT (view) DO UPDATE SET position = excluded.position, known_at = excluded.known_at""";

    private static final String SLOWEST = """
            SELECT coalesce(min(position), 0) FROM view_position WHERE view = ANY (string_to_array(?, ','))""";

    /**
     * @param position of the last event the view has read; 0 before the first
     * @param knownAt when that event was recorded
     */
    public record Read(long position, Instant knownAt) {}

    private final JdbcClient jdbc;
    private final Horizon horizon;

    Positions(JdbcClient jdbc, Horizon horizon) {
        this.jdbc = jdbc;
        this.horizon = horizon;
    }

    void moved(String view, Entry last) {
        jdbc.sql(MOVED)
                .params(view, last.position(), Timestamp.from(last.recordedAt()))
                .update();
    }

    public Read of(String view) {
        return jdbc.sql("SELECT position, known_at FROM view_position WHERE view = ?")
                .param(view)
                .query((row, n) -> new Read(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional()
                .orElse(new Read(0, Instant.EPOCH));
    }

    /** @throws NotReadYet if the view has not read that far within {@link #PATIENCE} */
    public void await(String view, long position) {
        await(view, position, () -> of(view).position());
    }

    /** @throws NotReadYet if what lies before that position may still change after {@link #PATIENCE} */
    public void awaitComplete(long position) {
        await("journal", position, horizon::advance);
    }

    /** @return whether each of these views has read that far within that time */
    public boolean reached(Collection<String> views, long position, Duration patience) {
        String all = String.join(",", views);
        return reached(
                position,
                patience,
                () -> jdbc.sql(SLOWEST).param(all).query(Long.class).single());
    }

    private static void await(String reader, long position, LongSupplier read) {
        if (!reached(position, PATIENCE, read)) throw new NotReadYet(reader, position);
    }

    private static boolean reached(long position, Duration patience, LongSupplier read) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (read.getAsLong() < position) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /** The view is behind; asking again a little later is right. */
    public static final class NotReadYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReadYet(String view, long position) {
            super("The view " + view + " has not read position " + position + " yet");
        }
    }
}
