package org.patenbuch.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long enough, and none of those that everybody tries first (ASVS 6.2.1, 6.2.4, 6.2.5).
 * No signs are demanded; a sentence is a good password.
 */
@Component
class NewPassword {
    static final int SHORTEST = 12;
    static final int LONGEST = 500;

    private final Users users;
    private final Passwords passwords;
    private final Set<String> common;

    NewPassword(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
        this.common = common();
    }

    /** @return why it is refused, as a key of the message files; empty if it will do */
    Optional<String> refusal(String login, String fresh) {
        String plain = fresh.toLowerCase(Locale.ROOT);
        if (fresh.length() < SHORTEST) return Optional.of("password.short");
        if (fresh.length() > LONGEST) return Optional.of("password.long");
        boolean oneSign = plain.chars().distinct().count() < 4;
        if (oneSign || common.contains(plain) || plain.contains(login) || madeOfCommon(plain)) {
            return Optional.of("password.common");
        }
        return Optional.empty();
    }

    /** @return why it is refused; empty if it is changed */
    Optional<String> change(SignedIn signedIn, String current, String fresh) {
        User user = users.byLogin(signedIn.getName()).orElseThrow();
        if (user.demo()) return Optional.of("password.demo");
        if (!passwords.matches(user, current)) return Optional.of("password.current");
        Optional<String> refusal = refusal(user.login(), fresh);
        if (refusal.isEmpty()) users.setPassword(user.userId(), passwords.hash(fresh));
        return refusal;
    }

    /** "passwort1234", "qwertz2026": a common word with nothing but figures behind it. */
    private boolean madeOfCommon(String plain) {
        String word = plain.replaceAll("[\\d!?.]+$", "");
        return word.length() < SHORTEST && (word.isEmpty() || common.contains(word));
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
