package org.patenbuch.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Slows guessing down: so many wrong tries, then five minutes of none at all, and never longer. Counted for a name from
 * one address, so that nobody can lock another person out from elsewhere; and, with room for a whole office behind one
 * address, for each address and each name. Kept by each node for itself.
 */
@Component
class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int OF_NAME_AND_ADDRESS = 8;
    static final int OF_ADDRESS = 100;
    static final int OF_NAME = 100;
    static final int OF_LINKS = 50;
    private static final int KEPT_AT_MOST = 20_000;

    /** Too many tries: answered with 429. */
    static final class TooMany extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many tries");
        }
    }

    private record Tries(Instant since, int count) {}

    private final Clock clock;
    private final Map<String, Tries> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > KEPT_AT_MOST;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @throws TooMany if this name, or this address, has to wait */
    void requireLogin(String name, String address) {
        if (reached(both(name, address), OF_NAME_AND_ADDRESS)
                || reached("address " + address, OF_ADDRESS)
                || reached("name " + name, OF_NAME)) {
            throw new TooMany();
        }
    }

    void loginFailed(String name, String address) {
        failed(both(name, address));
        failed("address " + address);
        failed("name " + name);
    }

    void loginGood(String name, String address) {
        forget(both(name, address));
    }

    /** For links that open a door by themselves. Answered with 429 if an address has tried too many that are none. */
    void requireLink(String address) {
        if (reached("link " + address, OF_LINKS)) throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }

    void linkFailed(String address) {
        failed("link " + address);
    }

    private static String both(String name, String address) {
        return "both " + address + " " + name;
    }

    private synchronized boolean reached(String key, int limit) {
        Tries tries = wrong.get(key);
        return tries != null && !over(tries) && tries.count() >= limit;
    }

    private synchronized void failed(String key) {
        wrong.merge(
                key,
                new Tries(clock.instant(), 1),
                (before, one) -> over(before) ? one : new Tries(before.since(), before.count() + 1));
    }

    private synchronized void forget(String key) {
        wrong.remove(key);
    }

    private boolean over(Tries tries) {
        return !clock.instant().isBefore(tries.since().plus(WINDOW));
    }
}
