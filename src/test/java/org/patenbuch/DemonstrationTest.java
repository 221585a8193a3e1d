package org.patenbuch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patenbuch.web.Site;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The demonstration with the Rosenstadt years on the real PostgreSQL, started once for all test classes that extend this
 * one (keep it so: no settings or beans of a class's own).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "patenbuch.demo.password=" + DemonstrationTest.PASSWORD,
            "patenbuch.data-dir=target/browser-data"
        })
@ActiveProfiles("demo")
public abstract class DemonstrationTest {
    protected static final String PASSWORD = "one-password-for-all";
    /** The name of the cookie that holds a session. */
    protected static final String SESSION = "patenbuch";

    /** Half an hour without a click ends a session. */
    private static final Duration USED = Duration.ofMinutes(20);

    private static final Map<String, Kept> SESSIONS = new ConcurrentHashMap<>();

    private record Kept(String session, Instant lastUsed) {}

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    protected final String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /**
     * A session of someone who has logged in, made once and then used by every test: whoever ends it on purpose logs in
     * by hand instead.
     */
    protected final String session(String login) {
        Instant now = Instant.now();
        return SESSIONS.compute(
                        address(login),
                        (key, kept) -> new Kept(
                                kept == null || kept.lastUsed().plus(USED).isBefore(now)
                                        ? newSession(login)
                                        : kept.session(),
                                now))
                .session();
    }

    private String newSession(String login) {
        Site site = new Site(port);
        var answer = site.submit("/login", Map.of("username", login, "password", PASSWORD));
        String leadsTo = answer.headers().firstValue("Location").orElse("/login");
        if (leadsTo.contains("/login")) throw new IllegalStateException(login + " cannot log in: " + leadsTo);
        return site.cookie(SESSION).orElseThrow();
    }
}
