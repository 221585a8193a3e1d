package org.patenbuch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

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
        return SESSIONS.computeIfAbsent(address(login), key -> newSession(login));
    }

    private String newSession(String login) {
        var cookies = new CookieManager();
        try (HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            URI page = URI.create(address("/login"));
            String form = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
            Matcher token = TOKEN.matcher(form);
            if (!token.find()) throw new IllegalStateException("no form to log in: " + form);
            String typed = "username=" + encoded(login) + "&password=" + encoded(PASSWORD) + "&_csrf="
                    + encoded(token.group(1));
            var sent = client.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(typed))
                            .build(),
                    BodyHandlers.ofString());
            String leadsTo = sent.headers().firstValue("Location").orElse("/login");
            if (leadsTo.contains("/login")) throw new IllegalStateException(login + " cannot log in: " + leadsTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(SESSION))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
