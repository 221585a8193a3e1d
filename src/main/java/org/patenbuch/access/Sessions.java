package org.patenbuch.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Where someone is logged in on this node, and how to end it from elsewhere. */
@Component
class Sessions {
    /**
     * @param number tells it from the person's others; never the id of the session, which would open it
     * @param here the one that asks
     */
    record Open(String number, Instant lastActive, boolean here) {}

    private final SessionRegistry registry;

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    List<Open> of(SignedIn someone, String own) {
        return all(someone).stream()
                .map(one -> new Open(
                        number(one),
                        one.getLastRequest().toInstant(),
                        one.getSessionId().equals(own)))
                .sorted(Comparator.comparing(Open::lastActive).reversed())
                .toList();
    }

    /** False if there is no such session of this person. */
    boolean end(SignedIn someone, String number) {
        List<SessionInformation> named =
                all(someone).stream().filter(one -> number(one).equals(number)).toList();
        named.forEach(SessionInformation::expireNow);
        return !named.isEmpty();
    }

    /** @param but the one to keep, or null */
    void endAll(SignedIn someone, @Nullable String but) {
        all(someone).stream().filter(one -> !one.getSessionId().equals(but)).forEach(SessionInformation::expireNow);
    }

    private List<SessionInformation> all(SignedIn someone) {
        return registry.getAllSessions(someone, false);
    }

    private static String number(SessionInformation one) {
        return java.util.HexFormat.of().formatHex(Secrets.hash(one.getSessionId()), 0, 8);
    }
}
