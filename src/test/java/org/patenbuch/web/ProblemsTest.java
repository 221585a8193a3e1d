package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.Users;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a program sends: a problem it can read, never a page, a stack trace or a 5xx. */
class ProblemsTest extends LedgerTest {
    private static final String PASSWORD = "Rosen im Winter";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Site site;
    private Caller finance;

    @BeforeEach
    void outside() {
        site = new Site(port);
        finance = Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, Role.FINANCE, null, null);
        register();
    }

    @Test
    void says_in_german_or_english_what_is_wrong() {
        assertThat(detail("de-DE")).isEqualTo("Bitte melden Sie sich mit Anmeldename und Passwort an.");
        assertThat(detail("en")).isEqualTo("Please log in with user name and password.");
        assertThat(detail("ja")).isEqualTo("Bitte melden Sie sich mit Anmeldename und Passwort an.");
    }

    @Test
    void an_address_that_is_not_there_is_404() {
        assertThat(finance.get("no-such-thing").status()).isEqualTo(404);
        assertThat(finance.get("no-such-thing").code()).isEqualTo("not-found");
    }

    @Test
    void a_wrong_method_is_405_and_says_which_are_right() {
        Caller.Answer answer = finance.post("funding", "{}");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("method");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void a_command_in_another_form_than_json_is_415() {
        HttpResponse<String> answer = send(site.to(path("period-locks"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertProblem(answer.body(), "media-type");
    }

    @Test
    void an_answer_in_another_form_than_json_is_406_and_still_a_problem() {
        HttpResponse<String> answer = send(site.to(path("funding")).header("Accept", "application/pdf"));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertProblem(answer.body(), "not-acceptable");
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(booleans = {true, false})
    void a_message_too_large_is_413_whether_or_not_it_says_its_length(boolean saysLength) {
        byte[] large = new byte[BodyLimit.BYTES + 100];
        java.util.Arrays.fill(large, (byte) ' ');
        var body = saysLength
                ? HttpRequest.BodyPublishers.ofByteArray(large)
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        HttpResponse<String> answer = send(site.to(path("period-locks"))
                .header("Content-Type", "application/json")
                .POST(body));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large").contains("MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "GET /api/v1/{place HTTP/1.1",
                "GET /api/v1/a%00b HTTP/1.1",
                "GET /api/v1/a%2fb HTTP/1.1",
                "GET /api/v1/a;x=1/funding HTTP/1.1",
                "GET /api/v1//funding HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "GET /api/v1/%zz HTTP/1.1",
                "GET /api/v1/a?x=%zz HTTP/1.1",
                "GET /api/v1/a?x=%00%ff HTTP/1.1",
                "GET /api/v1/a\\b HTTP/1.1",
                "TRACE /api/v1/a HTTP/1.1",
                "BREW /api/v1/a HTTP/1.1",
                "GET /api/v1/a HTTP/9.9",
                "GET http://:99999/api HTTP/1.1",
                "nonsense"
            })
    void a_request_that_is_not_even_one_gets_a_problem_and_not_a_page(String line) {
        String answer = site.raw(line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches(Pattern.compile("HTTP/1.1 4\\d\\d.*", Pattern.DOTALL));
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Tomcat", "Exception");
        assertThat(answer).contains("application/problem+json");
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(
            strings = {
                "Content-Length: x",
                "Content-Length: -1",
                "Transfer-Encoding: rot13",
                "Host: 127.0.0.1",
                "Content-Type: /",
                "Content-Type: application/json; charset=klingon",
                "Accept: ///",
                "Accept-Language: ;;;q=9,\u00ff",
                "Authorization: Basic \u0001",
                "Cookie: patenbuch=../../x; lang=\u00ff",
                "If-None-Match: \"",
                "Range: bytes=9-1",
                "Origin: null",
                "X-Forwarded-Host: evil.example"
            })
    void a_strange_header_does_no_harm(String header) {
        String answer = site.raw("POST /api/v1/rosenstadt/funding HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches(Pattern.compile("HTTP/1.1 4\\d\\d.*", Pattern.DOTALL));
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @CsvSource({"minPosition, x", "atPosition, 1e9", "from, 31.13.2013", "limit, many"})
    void a_question_that_cannot_be_read_names_the_field(String field, String value) {
        Caller.Answer answer = finance.get("funding?" + field + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
        assertThat(answer.at("/errors/0/detail")).isNotBlank();
    }

    @Test
    void people_get_the_page_for_people_in_their_language() {
        HttpResponse<String> page = site.get("/error", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("There is no such page").contains("lang=\"en\"");
    }

    private String detail(String language) {
        return new JsonMapper()
                .readTree(site.get(path("funding"), "Accept-Language", language).body())
                .get("detail")
                .asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return site.send(request.header("Authorization", Site.basic("signed-" + partnership, PASSWORD)));
    }

    private void register() {
        String login = "signed-" + partnership;
        Users.add(jdbc, login, PASSWORD, partnership, Role.FINANCE);
    }

    private String path(String question) {
        return "/api/v1/" + partnership + "/" + question;
    }

    private static void assertProblem(String body, String code) {
        JsonNode problem = new JsonMapper().readTree(body);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("type").asString()).isEqualTo("urn:patenbuch:problem:" + code);
    }
}
