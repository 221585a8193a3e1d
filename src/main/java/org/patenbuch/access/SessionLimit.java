package org.patenbuch.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session a set time after its log-in, however busy it was (ASVS 7.3.2): a browser left open, or a cookie that got
 * away, is worth something for a day's work and no longer. What was asked for opens after the next log-in.
 */
@Component
class SessionLimit extends OncePerRequestFilter {
    private static final String SINCE = "login.since";

    private final Duration longest;
    private final Clock clock;

    SessionLimit(@Value("${patenbuch.session.longest}") Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** It is a part of the door for people, not one before all doors. */
    @Bean
    static FilterRegistrationBean<SessionLimit> onlyAtTheDoor(SessionLimit limit) {
        FilterRegistrationBean<SessionLimit> registration = new FilterRegistrationBean<>(limit);
        registration.setEnabled(false);
        return registration;
    }

    /** From now on this session is somebody's. */
    void begin(HttpSession session) {
        session.setAttribute(SINCE, clock.instant());
    }

    /** How long ago the person of this session proved who it is. */
    Duration sinceLogin(HttpSession session) {
        return session.getAttribute(SINCE) instanceof Instant since
                ? Duration.between(since, clock.instant())
                : longest;
    }

    /** How long the session can last yet, however busy it is; zero or less where it is over. */
    Duration left(HttpSession session) {
        return longest.minus(sinceLogin(session));
    }

    Duration longest() {
        return longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        boolean somebodys = session != null && session.getAttribute(SINCE) != null;
        if (somebodys && !left(session).isPositive()) session.invalidate();
        chain.doFilter(request, response);
    }
}
