package org.patenbuch.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords by Argon2id (RFC 9106), slow and hungry for memory on purpose. A program sends its
 * password with every request, so a password found right is remembered for five minutes: under a keyed hash that is
 * worth nothing outside this process, and only for the very hash that is stored. A changed password is never found.
 */
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** OWASP's second choice of parameters: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int REMEMBERED_AT_MOST = 2_000;

    private record Found(String storedHash, long until) {}

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
    /** As many at once as there are processors: guessing passwords must not fill the memory. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private final SecretKeySpec key;
    /** Of no password: made of random bytes, so that a start does not wait for a hash to be computed. */
    private final String nobodysHash;

    private final Map<String, Found> found = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > REMEMBERED_AT_MOST;
        }
    };

    Passwords() {
        key = new SecretKeySpec(Secrets.random(32), "HmacSHA256");
        nobodysHash = "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                .formatted(MEMORY_KIB, PASSES, base64(Secrets.random(SALT_BYTES)), base64(Secrets.random(HASH_BYTES)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    String hash(CharSequence password) {
        return argon2.encode(password);
    }

    /** A password longer than any that can be set is wrong without being tried: its length would cost the processor. */
    boolean matches(User user, String password) {
        if (password.length() > NewPassword.LONGEST) return false;
        if (user.passwordHash() == null) {
            pretend(password);
            return false;
        }
        String name = name(user.userId(), password);
        if (remembered(name, user.passwordHash())) return true;
        boolean right = slowly(password, user.passwordHash());
        if (right) remember(name, user.passwordHash());
        return right;
    }

    /** Takes as long as a real check, so that the time of an answer does not tell which users exist. */
    void pretend(String password) {
        slowly(password, nobodysHash);
    }

    private boolean slowly(String password, String storedHash) {
        turns.acquireUninterruptibly();
        try {
            return argon2.matches(password, storedHash);
        } finally {
            turns.release();
        }
    }

    private synchronized boolean remembered(String name, String storedHash) {
        Found before = found.get(name);
        if (before == null) return false;
        boolean still = before.until() - System.nanoTime() > 0
                && MessageDigest.isEqual(bytes(before.storedHash()), bytes(storedHash));
        if (!still) found.remove(name);
        return still;
    }

    private synchronized void remember(String name, String storedHash) {
        found.put(name, new Found(storedHash, System.nanoTime() + REMEMBERED_NANOS));
    }

    private String name(String userId, String password) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(bytes(userId));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(password)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
