package org.patenbuch.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets in whoever knows the name and its password; every refusal looks and lasts the same. */
@Component
class Login implements AuthenticationProvider {
    private static final Pattern POSSIBLE_NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    /** Long enough for any sentence; without a limit a long text would keep the processor busy. */
    private static final int LONGEST_PASSWORD = 500;

    private final Users users;
    private final Passwords passwords;
    private final boolean demo;

    Login(Users users, Passwords passwords, Environment environment) {
        this.users = users;
        this.passwords = passwords;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        if (password.length() > LONGEST_PASSWORD) throw refused();
        User user = find(name).orElse(null);
        if (user == null) {
            passwords.pretend(password);
            throw refused();
        }
        if (!passwords.matches(user, password)) throw refused();
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.userId(), user.login()), null, List.of());
    }

    private Optional<User> find(String name) {
        if (!POSSIBLE_NAME.matcher(name).matches()) return Optional.empty();
        return users.byLogin(name).filter(user -> !user.disabled()).filter(user -> demo || !user.demo());
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("name or password wrong");
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
