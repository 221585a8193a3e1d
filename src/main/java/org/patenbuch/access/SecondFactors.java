package org.patenbuch.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.patenbuch.privacy.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The second step at login. The secret of an app is derived from the installation's master key and a salt, so that the
 * database alone makes no code. Every code, and every recovery code, counts once.
 */
@Component
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private record Salted(byte[] salt, boolean confirmed, long lastStep) {}

    private final JdbcClient sql;
    private final MasterKey masterKey;
    private final Clock clock;

    SecondFactors(JdbcClient sql, MasterKey masterKey, Clock clock) {
        this.sql = sql;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    boolean has(String userId) {
        return salted(userId).filter(Salted::confirmed).isPresent();
    }

    /** @return the secret to be put into an app; it counts from {@link #confirm} on */
    byte[] begin(String userId) {
        byte[] salt = Secrets.random(SECRET_BYTES);
        sql.sql("""
                        insert into second_factor (user_id, salt) values (:user, :salt)
                        on conflict (user_id) do update set salt = :salt where not second_factor.confirmed""").param("user", userId).param("salt", salt).update();
        return secret(userId, salted(userId).orElseThrow().salt());
    }

    /** The secret that was begun and not confirmed. */
    Optional<byte[]> begun(String userId) {
        return salted(userId).filter(one -> !one.confirmed()).map(one -> secret(userId, one.salt()));
    }

    /** @return the recovery codes, to be shown once; empty if the code is wrong */
    List<String> confirm(String userId, String code) {
        if (has(userId) || !fits(userId, code)) return List.of();
        sql.sql("update second_factor set confirmed = true where user_id = :user")
                .param("user", userId)
                .update();
        sql.sql("delete from recovery_code where user_id = :user")
                .param("user", userId)
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String recovery = recoveryCode();
            sql.sql("insert into recovery_code (user_id, hash) values (:user, :hash)")
                    .param("user", userId)
                    .param("hash", Secrets.hash(plain(recovery)))
                    .update();
            codes.add(recovery);
        }
        return codes;
    }

    /** Whether the code, of an app or for recovery, lets this person in: it does so once. */
    boolean accept(String userId, String typed) {
        if (!has(userId)) return false;
        return fits(userId, typed)
                || sql.sql("delete from recovery_code where user_id = :user and hash = :hash")
                                .param("user", userId)
                                .param("hash", Secrets.hash(plain(typed)))
                                .update()
                        == 1;
    }

    void remove(String userId) {
        sql.sql("delete from recovery_code where user_id = :user")
                .param("user", userId)
                .update();
        sql.sql("delete from second_factor where user_id = :user")
                .param("user", userId)
                .update();
    }

    private boolean fits(String userId, String typed) {
        Optional<Salted> salted = salted(userId);
        if (salted.isEmpty()) return false;
        String code = typed.replaceAll("\\s", "");
        OptionalLong step = Totp.stepOf(secret(userId, salted.get().salt()), code, Totp.step(clock.instant()));
        return step.isPresent()
                && sql.sql("update second_factor set last_step = :step where user_id = :user and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("user", userId)
                                .update()
                        == 1;
    }

    private byte[] secret(String userId, byte[] salt) {
        String content = "second factor " + userId + " " + HexFormat.of().formatHex(salt);
        return Arrays.copyOf(masterKey.fingerprint(content.getBytes(StandardCharsets.UTF_8)), SECRET_BYTES);
    }

    private Optional<Salted> salted(String userId) {
        return sql.sql("select salt, confirmed, last_step from second_factor where user_id = :user")
                .param("user", userId)
                .query(Salted.class)
                .optional();
    }

    /** 80 random bits, written so that a person can copy them from paper. */
    private static String recoveryCode() {
        return Totp.base32(Secrets.random(10)).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String plain(String recovery) {
        return recovery.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
