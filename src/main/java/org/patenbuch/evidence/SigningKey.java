package org.patenbuch.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 key that signs, in a file only its owner may read: as PEM, the private part and the public one. */
final class SigningKey implements Signs {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key in the file; made there if there is none. Of two who start at once both get the same. */
    static SigningKey readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                random().write(file);
            }
            return read(Files.readString(file));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The key that signs cannot be read: " + file, unusable);
        }
    }

    /** Lost again when the process ends. */
    static SigningKey random() {
        try {
            return new SigningKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    @Override
    public boolean isAtHand() {
        return true;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(pair.getPrivate());
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static SigningKey read(String text) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        PrivateKey secret = null;
        PublicKey open = null;
        for (Matcher part = PEM.matcher(text); part.find(); ) {
            byte[] bytes = Base64.getMimeDecoder().decode(part.group(2));
            if (part.group(1).equals("PRIVATE")) {
                secret = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } else {
                open = keys.generatePublic(new X509EncodedKeySpec(bytes));
            }
        }
        if (secret == null || open == null) {
            throw new GeneralSecurityException("one of both parts is missing");
        }
        return new SigningKey(new KeyPair(open, secret));
    }

    /** Whole or not at all; a file that is there already stays, so that of two starters only the first wins. */
    private void write(Path file) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path draft = Files.createTempFile(folder, "evidence", ".draft", ownerOnly);
            try {
                String text = pem("PRIVATE", pair.getPrivate()) + pem("PUBLIC", pair.getPublic());
                Files.writeString(draft, text, StandardOpenOption.SYNC);
                Files.createLink(file, draft);
            } finally {
                Files.delete(draft);
            }
        } catch (FileAlreadyExistsException someoneWasFaster) {
            return; // theirs is read
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String pem(String kind, Key key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
    }
}
