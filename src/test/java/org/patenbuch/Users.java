package org.patenbuch;

import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Makes users for tests, with a password that is as {@code Passwords} wants it, but cheap to compare. */
public final class Users {
    private Users() {}

    /** A user whose id is the login, with one role in one partnership. */
    public static void add(JdbcClient jdbc, String login, String password, String partnership, Role role) {
        add(jdbc, login, password, partnership, role, null, null);
    }

    /**
     * @param partnerId whom a PARTNER speaks for
     * @param sponsorId who a SPONSOR is
     */
    public static void add(
            JdbcClient jdbc,
            String login,
            String password,
            String partnership,
            Role role,
            @Nullable String partnerId,
            @Nullable String sponsorId) {
        jdbc.sql("INSERT INTO users (user_id, login, password_hash) VALUES (?, ?, ?)")
                .params(login, login, new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(password))
                .update();
        jdbc.sql("INSERT INTO membership (user_id, partnership, role, partner_id, sponsor_id) VALUES (?, ?, ?, ?, ?)")
                .params(login, partnership, role.name(), partnerId, sponsorId)
                .update();
    }
}
