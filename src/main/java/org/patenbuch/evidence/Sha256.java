package org.patenbuch.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as RFC 6962 section 2.1 uses it: no leaf can pass for a node, since each is hashed with a mark of its own. */
final class Sha256 {
    static final int BYTES = 32;

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::digest);
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Sha256() {}

    static byte[] of(byte[] content) {
        return DIGEST.get().digest(content);
    }

    static byte[] leaf(byte[] entry) {
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = DIGEST.get();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /** For contents that do not fit into memory. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
