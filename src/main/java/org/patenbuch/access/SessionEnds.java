package org.patenbuch.access;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** When a session ends, for the templates as {@code @sessionEnds}: a page says so before it comes to that (WCAG 2.2.1). */
@Component("sessionEnds")
class SessionEnds {
    private final Duration idle;
    private final SessionLimit limit;

    SessionEnds(@Value("${server.servlet.session.timeout}") Duration idle, SessionLimit limit) {
        this.idle = idle;
        this.limit = limit;
    }

    /** After so long without a request. */
    public long getIdleMinutes() {
        return idle.toMinutes();
    }

    /** So long after the log-in, however busy it is. */
    public long getLongestHours() {
        return limit.longest().toHours();
    }

    /** How many seconds the session of the present page can last at most; null where nobody is logged in. */
    public @Nullable Long getLeft() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpSession session = request.getSession(false);
        if (session == null || request.getUserPrincipal() == null) return null;
        Duration left = limit.left(session);
        return left.isPositive() ? left.toSeconds() : null;
    }
}
