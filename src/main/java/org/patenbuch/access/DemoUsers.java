package org.patenbuch.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.database.StartRefused;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The six people of the demonstration, one for each role, in the partnership {@code rosenstadt}. */
@Component
@Profile("demo")
class DemoUsers implements SmartInitializingSingleton {
    static final String PARTNERSHIP = "rosenstadt";
    static final String PARTNER = "P-SPK";
    static final String SPONSOR = "V-01";
    static final List<String> LOGINS = List.of("coordinator", "finance", "auditor", "partner", "sponsor", "admin");

    private final Users users;
    private final Passwords passwords;
    private final DemoPassword password;

    DemoUsers(Users users, Passwords passwords, DemoPassword password) {
        this.users = users;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (users.holdsOthersThan(PARTNERSHIP)) {
            throw new StartRefused(
                    "Diese Datenbank gehört nicht zur Vorführung: ohne das Profil demo starten"
                            + " oder der Vorführung eine eigene, leere Datenbank geben.",
                    "This database is not the demonstration's own: start without the profile demo,"
                            + " or give the demonstration an empty database of its own.");
        }
        String hash = hash();
        LOGINS.forEach(login -> put(login, hash));
    }

    private void put(String login, String hash) {
        Role role = Role.valueOf(login.toUpperCase(Locale.ROOT));
        users.put(new User(login, login, hash, false, null, true));
        users.grant(new Membership(
                login, PARTNERSHIP, role, only(Role.PARTNER, role, PARTNER), only(Role.SPONSOR, role, SPONSOR)));
    }

    /** The stored hash as long as it is that of the present password, for a new one takes its time. */
    private String hash() {
        return users.byLogin(LOGINS.getFirst())
                .filter(user -> passwords.matches(user, password.clear()))
                .map(User::passwordHash)
                .orElseGet(() -> passwords.hash(password.clear()));
    }

    private static @Nullable String only(Role wanted, Role role, String id) {
        return role == wanted ? id : null;
    }
}
