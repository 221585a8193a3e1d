package org.patenbuch.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patenbuch.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs for this installation, made at first start: {@code evidence.key} in the data folder, or a key of
 * Vault's transit engine. The database keeps its public part: a node with another key would sign a second history, so it
 * signs nothing. A running node takes up a new key as soon as it was handed over to.
 */
@Component
class Signer {
    private static final String NEWEST = "SELECT public_key FROM evidence.signer ORDER BY id DESC LIMIT 1";
    private static final String FIRST = """
            INSERT INTO evidence.signer (public_key) SELECT ? WHERE NOT EXISTS (SELECT FROM evidence.signer)
            ON CONFLICT DO NOTHING""";
    private static final String HANDED_OVER = "INSERT INTO evidence.signer (public_key, handover) VALUES (?, ?)";

    private final JdbcClient jdbc;
    private final KeyPlace makesNew;
    private final List<KeyPlace> places;
    private volatile @Nullable Signs key;
    private volatile boolean away;

    Signer(
            JdbcClient jdbc,
            @Value("${patenbuch.data-dir}") Path dataDir,
            Vault vault,
            @Value("${patenbuch.vault.evidence-key:}") String vaultKey) {
        this.jdbc = jdbc;
        KeyPlace folder = new FolderKeys(dataDir);
        if (vaultKey.isBlank()) {
            makesNew = folder;
            places = List.of(folder);
            key = folder.first();
        } else if (vault.on()) {
            makesNew = new VaultKeys(vault, vaultKey);
            places = List.of(folder, makesNew); // what lies in the folder signs until it is handed over
        } else {
            throw new IllegalStateException("PATENBUCH_VAULT_EVIDENCE_KEY is set, PATENBUCH_VAULT_ADDRESS is not");
        }
    }

    /** By this node's key; without it, while Vault is away, by the one that signed last. Empty before the first. */
    Optional<VerifierKey> knownKeyOf(String partnership) {
        Signs now = key;
        return now == null ? newest().map(raw -> key(partnership, raw)) : Optional.of(key(partnership, now.raw()));
    }

    private static VerifierKey key(String partnership, byte[] raw) {
        return new VerifierKey(Checkpoint.origin(partnership), VerifierKey.Type.ED25519, raw);
    }

    /** @throws Vault.Unable */
    Note sign(Checkpoint checkpoint) {
        return asking(() -> checkpoint.sign(begun()));
    }

    /** This node's key and those it was handed over from, for what they signed in a partnership's name. */
    Keys keysOf(String partnership) {
        return new Keys(knownKeyOf(partnership).orElse(null)).with(handovers());
    }

    /** Signed by both keys each, in order. */
    List<Note> handovers() {
        return jdbc.sql("SELECT handover FROM evidence.signer WHERE handover IS NOT NULL ORDER BY id")
                .query((row, n) -> note(row.getString(1)))
                .list();
    }

    /** Whether the key signs at once. One in Vault is waited for where no transaction is held up. */
    boolean isAtHand() {
        Signs now = key;
        return now != null && now.isAtHand();
    }

    /** Whether Vault did not sign when it was asked last. */
    boolean isAway() {
        return away;
    }

    /**
     * Whether this node's key is the one that signs; the first one ever is.
     *
     * @throws Vault.Unable
     */
    boolean isTheOne() {
        byte[] wanted = newest().orElseGet(() -> {
            jdbc.sql(FIRST).param(asking(this::begun).raw()).update();
            return newest().orElseThrow();
        });
        if (!isKey(wanted)) {
            asking(() -> takeUp(wanted)); // it may have been handed over by another process
        }
        return isKey(wanted);
    }

    /**
     * A new key, handed over to by the present one.
     *
     * @return the new one's public part, base64
     * @throws Vault.Unable
     */
    synchronized String rotate() {
        Signs old = begun();
        Signs fresh = makesNew.next(old.raw());
        jdbc.sql(HANDED_OVER)
                .params(fresh.raw(), Keys.handover(old, fresh).toString())
                .update();
        takeUp(fresh.raw());
        return Base64.getEncoder().encodeToString(fresh.raw());
    }

    private synchronized Signs begun() {
        Signs now = key == null ? makesNew.first() : key;
        key = now;
        return now;
    }

    private synchronized boolean takeUp(byte[] wanted) {
        for (KeyPlace place : places) {
            Optional<Signs> found = place.find(wanted);
            if (found.isPresent()) {
                key = found.get();
                return true;
            }
        }
        return false;
    }

    private boolean isKey(byte[] raw) {
        Signs now = key;
        return now != null && Arrays.equals(now.raw(), raw);
    }

    private <T> T asking(Supplier<T> question) {
        try {
            T answer = question.get();
            away = false;
            return answer;
        } catch (Vault.Unable unable) {
            away = true;
            throw unable;
        }
    }

    private Optional<byte[]> newest() {
        return jdbc.sql(NEWEST).query(byte[].class).optional();
    }

    private static Note note(String stored) {
        try {
            return Note.parse(stored);
        } catch (Malformed broken) {
            throw new IllegalStateException(broken);
        }
    }
}
