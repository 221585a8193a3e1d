package org.patenbuch.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a partnership's journal is sealed: for pages, documents and whoever shows an entry number. */
@Component
public class Seals {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private static final String LAST = """
            SELECT c.size, c.note, c.made_at, (
                SELECT l.position FROM evidence.leaf l
                WHERE l.partnership = c.partnership AND l.no <= c.size ORDER BY l.no DESC LIMIT 1) AS position
            FROM evidence.checkpoint c WHERE c.partnership = ? ORDER BY c.size DESC LIMIT 1""";
    private static final String UNSEALED = """
            SELECT count(*) FROM event WHERE partnership = :p AND position > (
                SELECT coalesce(max(l.position), 0) FROM evidence.leaf l
                WHERE l.partnership = :p AND l.no = (SELECT max(no) FROM evidence.leaf WHERE partnership = :p))""";
    private static final String LAST_NUMBER = """
            SELECT l.no FROM event e JOIN evidence.leaf l ON l.position = e.position
            WHERE e.partnership = ? AND e.position <= ? ORDER BY e.position DESC LIMIT 1""";
    private static final String SEALED = "SELECT EXISTS (SELECT FROM evidence.leaf WHERE position = ?)";
    /** A key that lies in Vault signs a moment later. */
    private static final String SIGNED = """
            SELECT EXISTS (SELECT FROM evidence.leaf l JOIN evidence.checkpoint c
                           ON c.partnership = l.partnership AND c.size >= l.no WHERE l.position = ?)""";

    private static final String LAST_EVENT =
            "SELECT position FROM event WHERE partnership = ? AND position <= ? ORDER BY position DESC LIMIT 1";

    /**
     * A signed state of the journal.
     *
     * @param size how many entries it seals
     * @param position of the last of them
     * @param root of the tree of them, base64
     * @param key by which the signature is checked, as C2SP writes it
     */
    public record Seal(long size, long position, String root, String note, Instant madeAt, String key) {}

    private record Stored(long size, String note, Instant madeAt, long position) {}

    private final JdbcClient jdbc;
    private final Signer signer;

    Seals(JdbcClient jdbc, Signer signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    /** The newest one; empty where nothing has been signed yet. */
    public Optional<Seal> last(String partnership) {
        return stored(partnership).map(found -> seal(partnership, found));
    }

    /** As {@link #last}, after what is recorded by now has been signed, or two seconds have passed. */
    public Optional<Seal> current(String partnership) {
        await(partnership, Long.MAX_VALUE, SIGNED);
        return last(partnership);
    }

    /** Waits until the partnership's events up to a position are sealed, or two seconds have passed. */
    public void await(String partnership, long position) {
        await(partnership, position, SEALED);
    }

    private void await(String partnership, long position, String done) {
        Optional<Long> last = jdbc.sql(LAST_EVENT)
                .params(partnership, position)
                .query(Long.class)
                .optional();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (last.isPresent() && !is(done, last.get()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** How many events wait to be sealed. */
    public long unsealed(String partnership) {
        return jdbc.sql(UNSEALED).param("p", partnership).query(Long.class).single();
    }

    /** The number of the last entry at a position or before it; empty where that is not sealed yet. */
    public Optional<Long> numberAt(String partnership, long position) {
        return jdbc.sql(LAST_NUMBER)
                .params(partnership, position)
                .query(Long.class)
                .optional();
    }

    /** By which the signatures of a partnership are checked, as C2SP writes it; empty where nothing ever was signed. */
    public Optional<String> key(String partnership) {
        return signer.knownKeyOf(partnership).map(VerifierKey::toString);
    }

    private boolean is(String done, long position) {
        return jdbc.sql(done).param(position).query(Boolean.class).single();
    }

    private Optional<Stored> stored(String partnership) {
        return jdbc.sql(LAST)
                .param(partnership)
                .query((row, n) -> new Stored(
                        row.getLong("size"),
                        row.getString("note"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getLong("position")))
                .optional();
    }

    private Seal seal(String partnership, Stored found) {
        String root = found.note().split("\n")[2];
        return new Seal(
                found.size(),
                found.position(),
                root,
                found.note(),
                found.madeAt(),
                key(partnership).orElseThrow());
    }
}
