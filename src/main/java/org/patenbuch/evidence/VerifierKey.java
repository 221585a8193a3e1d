package org.patenbuch.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key by which signed notes are checked, as C2SP signed-note writes it:
 * {@code <name>+<key id in hex>+<base64 of type and key>}.
 *
 * @param type what is signed and how
 * @param key 32 bytes, Ed25519 (RFC 8032)
 */
record VerifierKey(String name, Type type, byte[] key) {
    /** Signature types of C2SP signed-note that are understood here. */
    enum Type {
        /** A log signs its own note. */
        ED25519(1),
        /** A witness co-signs a checkpoint, with the time (cosignature/v1). */
        COSIGNATURE(4);

        private final byte mark;

        Type(int mark) {
            this.mark = (byte) mark;
        }
    }

    private static final int BYTES = 32;
    /** What stands before a raw key in X.509's form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static VerifierKey of(String name, Type type, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, type, Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    /** @throws Malformed if it is not such a key, or its id does not fit */
    static VerifierKey parse(String text) throws Malformed {
        String[] parts = text.strip().split("\\+", 3);
        byte[] material = parts.length == 3 ? base64(parts[2]) : new byte[0];
        if (material.length != BYTES + 1 || !isName(parts[0])) {
            throw new Malformed("not a verifier key");
        }
        for (Type type : Type.values()) {
            VerifierKey key = new VerifierKey(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
            if (material[0] == type.mark && HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
                return key;
            }
        }
        throw new Malformed("not a verifier key of a known type");
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    static byte[] base64(String text) throws Malformed {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            throw new Malformed("not base64");
        }
    }

    /** A raw key in base64. */
    static byte[] key(String base64) throws Malformed {
        byte[] key = base64(base64);
        if (key.length != BYTES) {
            throw new Malformed("not a key");
        }
        return key;
    }

    /** The four bytes that stand before a signature. */
    int id() {
        byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(head.length + 1 + BYTES)
                .put(head)
                .put(type.mark)
                .put(key)
                .array();
        return ByteBuffer.wrap(Sha256.of(all)).getInt();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException wrongKeyOrLength) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if there is no such point */
    PublicKey publicKey() {
        byte[] encoded =
                ByteBuffer.allocate(X509.length + BYTES).put(X509).put(key).array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException noSuchPoint) {
            throw new IllegalArgumentException(noSuchPoint);
        }
    }

    /** The same key under another name: one installation signs for all its partnerships. */
    VerifierKey named(String other) {
        return new VerifierKey(other, type, key);
    }

    boolean sameKey(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public String toString() {
        byte[] material = ByteBuffer.allocate(BYTES + 1).put(type.mark).put(key).array();
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id();
    }
}
