package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.web.Site;

/**
 * The application as an association starts it for the first time: a process of its own, not the demonstration, an empty
 * database and an empty folder; behind a web server with TLS, its log as JSON. From the word on the terminal to the
 * work of the second person.
 */
class FreshInstallTest {
    private static final String PASSWORD = "drei Krähen auf dem Dach";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/invitation/[A-Za-z0-9_-]{43}");
    private static final Pattern SECRET = Pattern.compile("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");

    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        installation = Installation.start(
                folder,
                Map.of(
                        "PATENBUCH_TLS", "true",
                        "SERVER_FORWARD_HEADERS_STRATEGY", "native",
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
                        // Nobody is there: neither the start nor the form to log in waits for it
                        "PATENBUCH_OIDC_ISSUER", "http://127.0.0.1:1"));
    }

    @AfterAll
    static void end() {
        if (installation != null) installation.close();
    }

    @Test
    void from_the_word_on_the_terminal_to_the_work_of_the_second_person() throws IOException {
        String word = installation.word();
        Path file = folder.resolve(FirstRun.FILE);
        assertThat(Files.readString(file).strip()).isEqualTo(word);

        Browser admin = new Browser();
        assertThat(admin.get("/setup").statusCode()).isEqualTo(200);
        HttpResponse<String> done = admin.submit(
                "/setup",
                "/setup",
                Map.of(
                        "word", word,
                        "login", "chefin",
                        "password", PASSWORD,
                        "partnership", "rosenstadt",
                        "name", "Verantwortungspartnerschaft Rosenstadt"));
        assertThat(location(done)).endsWith("/login?ready");
        assertThat(file).doesNotExist();
        assertThat(new Browser().get("/setup").statusCode()).isEqualTo(404);

        byte[] secret = logInAndSetUp(admin, "chefin");
        assertThat(admin.get("/rosenstadt").statusCode()).isEqualTo(200);
        HttpResponse<String> invited =
                admin.submit("/rosenstadt/users", "/rosenstadt/users/invitations", Map.of("role", "FINANCE", "of", ""));
        assertThat(location(invited)).endsWith("/rosenstadt/users");
        Matcher link = LINK.matcher(admin.get("/rosenstadt/users").body());
        assertThat(link.find()).isTrue();

        Browser guest = new Browser();
        String path = URI.create(link.group()).getPath();
        assertThat(location(guest.submit(path, path, Map.of("login", "kassenwart", "password", PASSWORD))))
                .endsWith("/login?ready");
        assertThat(basic("kassenwart").statusCode())
                .as("no money by a program before the second step")
                .isEqualTo(403);
        logInAndSetUp(guest, "kassenwart");
        assertThat(guest.get("/rosenstadt/money").statusCode()).isEqualTo(200);
        assertThat(guest.get("/rosenstadt/users").statusCode()).isIn(403, 404);
        assertThat(basic("kassenwart").statusCode()).isEqualTo(401);

        Browser again = new Browser();
        assertThat(location(again.submit("/login", "/login", Map.of("username", "chefin", "password", PASSWORD))))
                .endsWith("/login/code");
        assertThat(again.get("/rosenstadt").statusCode()).isEqualTo(302);
        String next = Totp.code(secret, Totp.step(Instant.now()) + 1);
        again.submit("/login/code", "/login/code", Map.of("code", next));
        assertThat(again.get("/rosenstadt").statusCode()).isEqualTo(200);
    }

    /** The second step is wanted before any page of the partnership opens. */
    private static byte[] logInAndSetUp(Browser browser, String login) {
        browser.submit("/login", "/login", Map.of("username", login, "password", PASSWORD));
        assertThat(location(browser.get("/rosenstadt"))).endsWith("/account/second-factor");
        Matcher shown = SECRET.matcher(browser.get("/account/second-factor").body());
        assertThat(shown.find()).isTrue();
        byte[] secret = Installation.secret(shown.group());
        browser.submit(
                "/account/second-factor",
                "/account/second-factor",
                Map.of("code", Totp.code(secret, Totp.step(Instant.now()))));
        return secret;
    }

    @Test
    void an_issuer_that_is_away_is_said_to_be_away_and_programs_are_told_to_come_again() {
        Browser browser = new Browser();

        assertThat(browser.get("/login").body()).contains("/login/oidc");
        assertThat(location(browser.get("/login/oidc"))).endsWith("/login?issuer=away");
        assertThat(browser.site()
                        .get(
                                "/api/v1/rosenstadt/funds",
                                "Authorization",
                                "Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjEifQ.eA")
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void behind_tls_the_cookie_is_bound_to_this_host_and_browsers_come_by_https_only() {
        HttpResponse<String> answer = new Browser().get("/login");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-patenbuch=")
                        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
        String strict = answer.headers().firstValue("Strict-Transport-Security").orElse("");
        Matcher age = Pattern.compile("max-age=(\\d+)").matcher(strict);
        assertThat(age.find()).as(strict).isTrue();
        assertThat(Long.parseLong(age.group(1))).isGreaterThanOrEqualTo(31_536_000);
    }

    @Test
    void a_refused_login_and_a_refused_command_leave_nothing_personal_in_the_log() {
        Browser browser = new Browser();
        browser.submit("/login", "/login", Map.of("username", "erika.geheim", "password", "Wort-das-niemand-kennt"));
        Site site = browser.site();
        site.send(site.to("/api/v1/rosenstadt/sponsors?name=Erika%20Geheim")
                .header("Authorization", Site.basic("erika.geheim", "Wort-das-niemand-kennt"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"Erika Geheim\"")));

        assertThat(installation.said())
                .filteredOn(line -> line.startsWith("{"))
                .as("the log is JSON")
                .isNotEmpty();
        assertThat(installation.said())
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("geheim"));
        assertThat(installation.said()).noneMatch(line -> line.contains("niemand-kennt"));
    }

    private static HttpResponse<String> basic(String login) {
        return new Browser().site().get("/api/v1/rosenstadt/funds", "Authorization", Site.basic(login, PASSWORD));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    /** Comes through a web server with TLS, and keeps the cookie that is for https only itself. */
    private static final class Browser {
        private final Site site = new Site(installation.port());
        private String cookie = "";

        Site site() {
            return site;
        }

        HttpResponse<String> get(String path) {
            return kept(site.get(path, headers()));
        }

        /** A form that stands on a page, with the page's token. */
        HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
            Matcher token = TOKEN.matcher(get(page).body());
            assertThat(token.find()).as(page).isTrue();
            StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
            fields.forEach(
                    (name, value) -> form.append('&').append(name).append('=').append(encoded(value)));
            return kept(site.send(site.to(path)
                    .headers(headers())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form.toString()))));
        }

        private String[] headers() {
            return new String[] {"X-Forwarded-Proto", "https", "Accept", "text/html", "Cookie", cookie};
        }

        private HttpResponse<String> kept(HttpResponse<String> answer) {
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(one -> one.startsWith("__Host-patenbuch="))
                    .forEach(one -> cookie = one.substring(0, one.indexOf(';')));
            return answer;
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
