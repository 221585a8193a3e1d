package org.patenbuch.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's own secret: 256 bits in a file only its owner may read ({@code master.key} in the data folder),
 * made at first start. It wraps the keys of persons and keys the fingerprints of commands. Lost, all personal text is
 * lost; so it is part of every backup of the keys, and never of a backup of the journal.
 */
@Component
public class MasterKey {
    private final SecretKeySpec wrapping;
    private final SecretKeySpec fingerprints;

    MasterKey(@Value("${patenbuch.data-dir}") Path dataDir) {
        byte[] secret = readOrMake(dataDir.resolve("master.key"));
        wrapping = new SecretKeySpec(derive(secret, "wrap persons' keys"), "AES");
        fingerprints = new SecretKeySpec(derive(secret, "fingerprint commands"), "HmacSHA256");
    }

    SecretKeySpec wrapping() {
        return wrapping;
    }

    /** A keyed hash of 32 bytes: equal content gives equal prints, and nobody without the key can guess content by it. */
    public byte[] fingerprint(byte[] content) {
        return hmac(fingerprints, content);
    }

    private static byte[] derive(byte[] secret, String purpose) {
        return hmac(new SecretKeySpec(secret, "HmacSHA256"), purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "master", ".draft", ownerOnly);
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(secret), StandardOpenOption.SYNC);
            Files.createLink(file, draft); // whole or not at all, and only the first of two starters wins
        } catch (FileAlreadyExistsException someoneWasFaster) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
