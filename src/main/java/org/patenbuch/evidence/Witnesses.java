package org.patenbuch.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who keeps a partnership's checkpoints outside, and what they have co-signed. */
@Component
class Witnesses {
    private static final int MOST = 50;
    private static final String ADD = """
            INSERT INTO evidence.witness (partnership, name, key, user_id)
            SELECT :p, :name, :key, :user WHERE (SELECT count(*) FROM evidence.witness WHERE partnership = :p) < :most
            ON CONFLICT DO NOTHING""";
    private static final String SEEN = """
            SELECT w.name, w.key, c.size, c.seen_at FROM evidence.witness w
            CROSS JOIN LATERAL (SELECT * FROM evidence.cosignature c
                WHERE c.partnership = w.partnership AND c.witness = w.name ORDER BY size DESC LIMIT 1) c
            WHERE w.partnership = ? ORDER BY w.name""";
    private static final String COSIGN = """
            INSERT INTO evidence.cosignature (partnership, size, witness, line, seen_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    /** A witness and the newest checkpoint it has co-signed. */
    record Seen(String name, String key, long size, Instant at) {}

    private final JdbcClient jdbc;

    Witnesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is one of that name with another key, or there are too many */
    boolean add(String partnership, VerifierKey key, String userId) {
        jdbc.sql(ADD)
                .param("p", partnership)
                .param("name", key.name())
                .param("key", key.toString())
                .param("user", userId)
                .param("most", MOST)
                .update();
        return key(partnership, key.name()).filter(key::equals).isPresent();
    }

    /** @return false if the line is not by a known witness, or signs another checkpoint than the one of this size */
    boolean cosign(String partnership, long size, Note.Line line) {
        Optional<VerifierKey> key = key(partnership, line.name());
        Optional<Note> checkpoint = jdbc.sql("SELECT note FROM evidence.checkpoint WHERE partnership = ? AND size = ?")
                .params(partnership, size)
                .query(String.class)
                .optional()
                .map(Witnesses::note);
        if (key.isEmpty()
                || checkpoint.isEmpty()
                || !checkpoint.get().and(line).signedBy(key.get())
                || Cosignature.at(line).isAfter(Instant.now().plusSeconds(3_600))) {
            return false;
        }
        OffsetDateTime at = Cosignature.at(line).atOffset(ZoneOffset.UTC);
        jdbc.sql(COSIGN)
                .params(partnership, size, line.name(), line.toString(), at)
                .update();
        return true;
    }

    List<Seen> seen(String partnership) {
        return jdbc.sql(SEEN)
                .param(partnership)
                .query((row, n) -> new Seen(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The checkpoint with the lines of those who have co-signed it. */
    String cosigned(String partnership, Seals.Seal seal) {
        List<String> lines = jdbc.sql(
                        "SELECT line FROM evidence.cosignature WHERE partnership = ? AND size = ? ORDER BY witness")
                .params(partnership, seal.size())
                .query(String.class)
                .list();
        return seal.note() + lines.stream().map(line -> line + "\n").reduce("", String::concat);
    }

    private Optional<VerifierKey> key(String partnership, String name) {
        return jdbc.sql("SELECT key FROM evidence.witness WHERE partnership = ? AND name = ?")
                .params(partnership, name)
                .query(String.class)
                .optional()
                .map(Witnesses::key);
    }

    private static VerifierKey key(String stored) {
        try {
            return VerifierKey.parse(stored);
        } catch (Malformed broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Note note(String stored) {
        try {
            return Note.parse(stored);
        } catch (Malformed broken) {
            throw new IllegalStateException(broken);
        }
    }
}
