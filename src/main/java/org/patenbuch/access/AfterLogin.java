package org.patenbuch.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.web.Language;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where one goes from the login page: to the page one wanted, in one's language, or back with the name still there. */
@Component
class AfterLogin implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    static final String TYPED_NAME = "login.typed-name";
    private static final String HALF = "login.half";
    private static final Duration HALF_GOOD_FOR = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 100;

    private final AuthenticationSuccessHandler onwards;
    private final Users users;
    private final Language language;
    private final SessionLimit limit;

    /** Whose password was right, and when: not logged in yet. */
    private record Half(SignedIn someone, Instant since) implements Serializable {}

    /** Home at once where no page was wanted: on a phone each address on the way costs a sixth of a second. */
    private static final class Onwards extends SavedRequestAwareAuthenticationSuccessHandler {
        private final Memberships memberships;

        Onwards(Memberships memberships) {
            this.memberships = memberships;
        }

        @Override
        protected String determineTargetUrl(
                HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
            return memberships.home(signedIn);
        }
    }

    AfterLogin(Users users, Memberships memberships, Language language, SessionLimit limit) {
        onwards = new Onwards(memberships);
        this.users = users;
        this.language = language;
        this.limit = limit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        request.getSession().removeAttribute(TYPED_NAME);
        limit.begin(request.getSession());
        if (!language.isChosen(request)) {
            users.byLogin(signedIn.getName())
                    .map(User::language)
                    .ifPresent(own -> language.setLocale(request, response, Locale.of(own)));
        }
        onwards.onAuthenticationSuccess(request, response, signedIn);
    }

    /** The name is kept in the session, not in the address: it is personal. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof Login.CodeWanted code) {
            request.getSession().setAttribute(HALF, new Half(code.someone(), Instant.now()));
            response.sendRedirect("/login/code");
            return;
        }
        String typed = String.valueOf(request.getParameter("username"));
        request.getSession().setAttribute(TYPED_NAME, typed.substring(0, Math.min(LONGEST_NAME, typed.length())));
        response.sendRedirect(why instanceof Attempts.TooMany ? "/login?wait" : "/login?error");
    }

    /** Whose password was found right in this session a moment ago, and whose code is still wanted. */
    static @Nullable SignedIn half(HttpSession session) {
        if (!(session.getAttribute(HALF) instanceof Half half)) return null;
        return half.since().plus(HALF_GOOD_FOR).isBefore(Instant.now()) ? null : half.someone();
    }

    static void forgetHalf(HttpSession session) {
        session.removeAttribute(HALF);
    }
}
