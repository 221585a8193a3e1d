package org.patenbuch.evidence;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.patenbuch.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says when nothing may be signed for a partnership: whoever signs two histories proves neither. */
@Component
class Guard {
    /** Why nothing is signed; the sentences stand under {@code evidence.refused.<WORD>}. */
    enum Refused {
        /** The key in the data folder is not the one that signed before. */
        KEY,
        /** The key lies in Vault, and Vault does not sign. */
        AWAY,
        /** The checkpoint outside knows more entries than the database. */
        OLDER,
        /** It has as many or fewer, and another root. */
        DIFFERENT,
        /** What lies there is no checkpoint of this installation. */
        UNKNOWN
    }

    private static final String ROOT = "SELECT root FROM evidence.checkpoint WHERE partnership = ? AND size = ?";

    private final JdbcClient jdbc;
    private final Signer signer;
    private final Outside outside;
    private final Leaves leaves;

    Guard(JdbcClient jdbc, Signer signer, Outside outside, Leaves leaves) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.outside = outside;
        this.leaves = leaves;
    }

    /** As {@link #refusal}, for people to see: does not ask Vault again while it is known to be away. */
    Optional<Refused> shown(String partnership) {
        try {
            return signer.isAway() ? Optional.of(Refused.AWAY) : refusal(partnership);
        } catch (Vault.Unable away) {
            return Optional.of(Refused.AWAY);
        }
    }

    /** @throws Vault.Unable if that cannot be told without Vault */
    Optional<Refused> refusal(String partnership) {
        if (!signer.isTheOne()) {
            return Optional.of(Refused.KEY);
        }
        try {
            return outside.newest(partnership).flatMap(note -> compare(partnership, note));
        } catch (UncheckedIOException unreadable) {
            return Optional.of(Refused.UNKNOWN);
        }
    }

    private Optional<Refused> compare(String partnership, Note note) {
        Checkpoint known;
        try {
            known = Checkpoint.parse(note.text());
        } catch (Malformed other) {
            return Optional.of(Refused.UNKNOWN);
        }
        if (!signer.keysOf(partnership).signed(note, Checkpoint.origin(partnership))) {
            return Optional.of(Refused.UNKNOWN);
        }
        if (known.size() > leaves.size(partnership)) {
            return Optional.of(Refused.OLDER);
        }
        return Arrays.equals(known.root(), root(partnership, known.size()))
                ? Optional.empty()
                : Optional.of(Refused.DIFFERENT);
    }

    private byte[] root(String partnership, long size) {
        return jdbc.sql(ROOT)
                .params(partnership, size)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> new StoredTree(jdbc, partnership).root(size));
    }
}
