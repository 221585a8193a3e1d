package org.patenbuch.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * lost; so it is part of every backup of the keys, and never of a backup of the journal. With {@link VaultTransit} the
 * file holds it encrypted.
 */
@Component
public class MasterKey {
    private static final String OF_VAULT = "vault:";

    private final SecretKeySpec wrapping;
    private final SecretKeySpec fingerprints;

    MasterKey(@Value("${patenbuch.data-dir}") Path dataDir, VaultTransit vault) {
        byte[] secret = readOrMake(dataDir.resolve("master.key"), vault);
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

    private static byte[] readOrMake(Path file, VaultTransit vault) {
        try {
            if (!Files.exists(file)) {
                make(file, vault);
            }
            String kept = Files.readString(file).strip();
            boolean clear = !kept.startsWith(OF_VAULT);
            if (clear && vault.on()) {
                Path draft = draft(file, vault.encrypt(kept));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return Base64.getDecoder().decode(clear ? kept : vault.decrypt(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path draft(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), "master", ".draft", ownerOnly);
        return Files.writeString(draft, content, StandardOpenOption.SYNC);
    }

    private static void make(Path file, VaultTransit vault) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String clear = Base64.getEncoder().encodeToString(secret);
        Path draft = draft(file, vault.on() ? vault.encrypt(clear) : clear);
        try {
            Files.createLink(file, draft); // whole or not at all, and only the first of two starters wins
        } catch (FileAlreadyExistsException someoneWasFaster) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
