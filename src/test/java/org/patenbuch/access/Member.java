package org.patenbuch.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A user made for one test, with a password and one role. */
record Member(User user, String partnership) {
    static final String PASSWORD = "Kirschkuchen am Sonntag";

    /** As {@link Passwords} makes them, but cheap to compare. */
    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(PASSWORD);

    static Member of(Users users, String partnership, Role role) {
        return of(users, partnership, role, null);
    }

    static Member of(Users users, String partnership, Role role, @Nullable String language) {
        String login = "m-" + UUID.randomUUID();
        User user = new User("id-" + login, login, HASH, false, language, false);
        users.put(user);
        users.grant(new Membership(
                user.userId(),
                partnership,
                role,
                role == Role.PARTNER ? "P-1" : null,
                role == Role.SPONSOR ? "V-1" : null));
        return new Member(user, partnership);
    }

    String login() {
        return user.login();
    }
}
