package org.patenbuch.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far the journal can no longer change. Positions are drawn before they are committed, so a reader that goes by
 * what it sees loses what commits late. This one reads only up to a position below which every transaction that could
 * hold a position has ended.
 *
 * <p>Why it is right: a mark is (last position drawn, then a transaction id taken after that). Every transaction takes
 * its id before it draws a position (next_position() in V1), so whoever holds a position up to the mark's has an older
 * id than the mark's. Once the oldest running id has reached the mark's id, all of those have ended, and what is still
 * missing was rolled back and stays missing. The order of the two statements of a mark matters; so does taking the id
 * before anything else is written. Marks live in memory and are made anew after a restart.
 */
@Component
public class Horizon {
    /**
     * Asked through the function, which locks the sequence's page. Read as a table, without that lock, a sequence shows
     * for a moment at every 32nd draw the value it has logged ahead, and positions not drawn yet would pass for drawn.
     */
    static final String LAST_DRAWN = "SELECT coalesce(pg_sequence_last_value('journal_position'::regclass), 0)";

    private record Mark(long position, long transaction) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long marked;
    private volatile long safe;

    Horizon(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The highest position proven complete, as of now; asked apart from the caller's transaction, whose id may be old. */
    public synchronized long advance() {
        return apart.execute(none -> move());
    }

    private long move() {
        long last = lastDrawn();
        if (last > marked) {
            long transaction = number("SELECT pg_current_xact_id()::text::bigint");
            marks.addLast(new Mark(last, transaction));
            marked = last;
        }
        if (!marks.isEmpty()) {
            long oldestRunning = number("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
            while (!marks.isEmpty() && marks.peekFirst().transaction() <= oldestRunning) {
                safe = marks.removeFirst().position();
            }
        }
        return safe;
    }

    /** The highest position proven complete when last asked. */
    public long safe() {
        return safe;
    }

    private long lastDrawn() {
        return number(LAST_DRAWN);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
