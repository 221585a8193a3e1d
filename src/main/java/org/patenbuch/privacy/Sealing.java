package org.patenbuch.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random 96-bit nonce; what the text belongs to is bound as associated data (NIST SP 800-38D). */
final class Sealing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    static byte[] seal(SecretKey key, byte[] clear, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo).doFinal(clear);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException if the bytes were changed, moved, or sealed under another key */
    static byte[] open(SecretKey key, byte[] sealed, String boundTo) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(sealed).get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo).doFinal(rest);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
