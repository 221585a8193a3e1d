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
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets in whoever knows the name and its password; every refusal looks and lasts the same. Whoever has set up a second
 * step is not let in by a password alone: at the login page a code is asked for, a program takes a token.
 */
@Component
class Login implements AuthenticationProvider {
    private static final Pattern POSSIBLE_NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    /** The password was right; of the two steps it was the first. */
    static final class CodeWanted extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        private final SignedIn someone;

        CodeWanted(SignedIn someone) {
            super("a code is wanted");
            this.someone = someone;
        }

        SignedIn someone() {
            return someone;
        }
    }

    private final Users users;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final boolean demo;

    Login(Users users, Passwords passwords, Attempts attempts, SecondFactors factors, Environment environment) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        attempts.requireLogin(name, address);
        Optional<User> user = check(name, String.valueOf(attempt.getCredentials()));
        if (user.isEmpty()) {
            attempts.loginFailed(name, address);
            throw new BadCredentialsException("name or password wrong");
        }
        attempts.loginGood(name, address);
        SignedIn signedIn = new SignedIn(user.get().userId(), user.get().login());
        if (!demo && factors.has(signedIn.userId())) throw new CodeWanted(signedIn);
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
    }

    private Optional<User> check(String name, String password) {
        if (password.length() > NewPassword.LONGEST) return Optional.empty();
        Optional<User> user = find(name);
        if (user.isEmpty()) passwords.pretend(password);
        return user.filter(one -> passwords.matches(one, password));
    }

    private Optional<User> find(String name) {
        if (!POSSIBLE_NAME.matcher(name).matches()) return Optional.empty();
        return users.byLogin(name).filter(user -> !user.disabled()).filter(user -> demo || !user.demo());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
