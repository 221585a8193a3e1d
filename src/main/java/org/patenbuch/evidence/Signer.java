package org.patenbuch.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs for this installation, made at first start ({@code evidence.key} in the data folder). The database
 * keeps its public part: a node with another key would sign a second history, so it signs nothing.
 */
@Component
class Signer {
    private static final String NEWEST = "SELECT public_key FROM evidence.signer ORDER BY id DESC LIMIT 1";
    private static final String FIRST = "INSERT INTO evidence.signer (public_key) VALUES (?) ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;
    private final SigningKey key;

    Signer(JdbcClient jdbc, @Value("${patenbuch.data-dir}") Path dataDir) {
        this.jdbc = jdbc;
        key = SigningKey.readOrMake(dataDir.resolve("evidence.key"));
    }

    VerifierKey keyOf(String partnership) {
        return VerifierKey.of(Checkpoint.origin(partnership), VerifierKey.Type.ED25519, key.publicKey());
    }

    Note sign(Checkpoint checkpoint) {
        return checkpoint.sign(key);
    }

    /** Whether this node's key is the one that signs; the first one ever is. */
    boolean isTheOne() {
        byte[] own = keyOf("any").key();
        Optional<byte[]> known = jdbc.sql(NEWEST).query(byte[].class).optional();
        if (known.isEmpty()) {
            jdbc.sql(FIRST).param(own).update();
        }
        return known.isEmpty() || Arrays.equals(known.get(), own);
    }
}
