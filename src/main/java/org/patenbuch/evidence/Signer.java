package org.patenbuch.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs for this installation, made at first start ({@code evidence.key} in the data folder). The database
 * keeps its public part: a node with another key would sign a second history, so it signs nothing. A running node takes
 * up a new key as soon as it was handed over to.
 */
@Component
class Signer {
    private static final String NEWEST = "SELECT public_key FROM evidence.signer ORDER BY id DESC LIMIT 1";
    private static final String FIRST = """
            INSERT INTO evidence.signer (public_key) SELECT ? WHERE NOT EXISTS (SELECT FROM evidence.signer)
            ON CONFLICT DO NOTHING""";
    private static final String HANDED_OVER = "INSERT INTO evidence.signer (public_key, handover) VALUES (?, ?)";

    private final JdbcClient jdbc;
    private final Path file;
    private final Path next;
    private volatile SigningKey key;

    Signer(JdbcClient jdbc, @Value("${patenbuch.data-dir}") Path dataDir) {
        this.jdbc = jdbc;
        file = dataDir.resolve("evidence.key");
        next = dataDir.resolve("evidence.key.next");
        key = SigningKey.readOrMake(file);
    }

    VerifierKey keyOf(String partnership) {
        return VerifierKey.of(Checkpoint.origin(partnership), VerifierKey.Type.ED25519, key.publicKey());
    }

    Note sign(Checkpoint checkpoint) {
        return checkpoint.sign(key);
    }

    /** This node's key and those it was handed over from, for what they signed in a partnership's name. */
    Keys keysOf(String partnership) {
        return new Keys(keyOf(partnership)).with(handovers());
    }

    /** Signed by both keys each, in order. */
    List<Note> handovers() {
        return jdbc.sql("SELECT handover FROM evidence.signer WHERE handover IS NOT NULL ORDER BY id")
                .query((row, n) -> note(row.getString(1)))
                .list();
    }

    /** Whether this node's key is the one that signs; the first one ever is. */
    boolean isTheOne() {
        Optional<byte[]> known = newest();
        if (known.isEmpty()) {
            jdbc.sql(FIRST).param(raw(key)).update();
            known = newest();
        }
        if (!Arrays.equals(known.orElseThrow(), raw(key))) {
            takeUp(known.orElseThrow()); // it may have been handed over by another process
        }
        return Arrays.equals(known.orElseThrow(), raw(key));
    }

    /**
     * A new key, handed over to by the present one. It lies in the folder before the database knows of it, so it cannot
     * be lost whenever the process ends.
     *
     * @return the new one's public part, base64
     */
    synchronized String rotate() {
        SigningKey fresh = SigningKey.random();
        fresh.write(next);
        jdbc.sql(HANDED_OVER)
                .params(raw(fresh), Keys.handover(key, fresh).toString())
                .update();
        takeUp(raw(fresh));
        return Base64.getEncoder().encodeToString(raw(fresh));
    }

    private synchronized void takeUp(byte[] wanted) {
        if (Files.exists(next) && Arrays.equals(raw(SigningKey.readOrMake(next)), wanted)) {
            SigningKey.move(next, file);
        }
        key = SigningKey.readOrMake(file);
    }

    private Optional<byte[]> newest() {
        return jdbc.sql(NEWEST).query(byte[].class).optional();
    }

    private static byte[] raw(SigningKey key) {
        return VerifierKey.of("raw", VerifierKey.Type.ED25519, key.publicKey()).key();
    }

    private static Note note(String stored) {
        try {
            return Note.parse(stored);
        } catch (Malformed broken) {
            throw new IllegalStateException(broken);
        }
    }
}
