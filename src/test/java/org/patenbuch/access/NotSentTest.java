package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form whose session is over is given back, to its own page only, and without secrets. */
class NotSentTest extends LedgerTest {
    private static final String TYPED = "name=%3Cb%3EBuche+%26+S%C3%B6hne%22&empty=&many=1&many=2";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    private Member member;
    private Site site;

    @BeforeEach
    void logIn() {
        member = Member.of(users, partnership, Role.COORDINATOR);
        site = new Site(port);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
    }

    @Test
    void gives_back_all_that_was_typed_to_somebody_whose_session_is_over() {
        HttpResponse<String> answer = sent(new Site(port), "/" + partnership + "/partners", TYPED, "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body())
                .contains("<h1", "noch nicht gespeichert", "action=\"/" + partnership + "/partners\"")
                .contains("name=\"name\" value=\"&lt;b&gt;Buche &amp; Söhne&quot;\"")
                .contains("name=\"empty\" value=\"\"")
                .contains("name=\"many\" value=\"1\"", "name=\"many\" value=\"2\"")
                .contains("href=\"/login\"", ">Weiter<")
                .doesNotContain("<b>Buche");
    }

    @Test
    void gives_it_back_with_the_token_of_the_present_log_in_and_says_whose_that_is() {
        HttpResponse<String> answer =
                sent(site, "/" + partnership + "/partners", TYPED + "&_csrf=of-a-former-one", "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("als „" + member.login() + "“", ">Jetzt absenden<")
                .doesNotContain("of-a-former-one", "href=\"/login\"");
        assertThat(answer.body().split("name=\"_csrf\""))
                .as("once to log out, once to send")
                .hasSize(3);
    }

    @Test
    void gives_nothing_to_what_another_site_has_made_up() {
        for (String from : new String[] {"cross-site", "same-site", "none"}) {
            HttpResponse<String> answer = sent(site, "/" + partnership + "/partners", TYPED, from);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).as(from).doesNotContain("Buche", "Jetzt absenden", "/partners\"");
        }
    }

    @Test
    void gives_a_script_no_page() {
        HttpRequest.Builder script = site.to("/" + partnership + "/partners")
                .headers("Content-Type", FORM, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors")
                .POST(HttpRequest.BodyPublishers.ofString(TYPED));

        HttpResponse<String> answer = site.send(script);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Buche");
    }

    @Test
    void gives_back_no_password_and_lets_who_needs_no_log_in_send_it_at_once() {
        HttpResponse<String> answer = sent(
                new Site(port),
                "/invitation/abc",
                "login=berta&password=geheim-1&code=geheim-2&current=geheim-3&fresh=geheim-4&word=geheim-5",
                "same-origin");

        assertThat(answer.body())
                .contains("name=\"login\" value=\"berta\"", ">Jetzt absenden<", "lag zu lange offen")
                .doesNotContain("geheim", "href=\"/login\" target");
    }

    @Test
    void gives_it_back_as_well_where_somebody_has_ended_the_session_from_elsewhere() {
        String token = site.token().orElseThrow();
        Site elsewhere = new Site(port);
        elsewhere.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        String end = elsewhere.get("/account").body().replaceAll("(?s).*?(/account/sessions/[^/\"]+/end).*", "$1");
        assertThat(elsewhere.submit(end, Map.of()).statusCode()).isEqualTo(302);

        HttpResponse<String> answer =
                sent(site, "/" + partnership + "/partners", TYPED + "&_csrf=" + token, "same-origin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Buche", "inzwischen abgemeldet", ">Weiter<");
    }

    @Test
    void asks_for_a_file_once_more_on_the_page_it_was_chosen_on() {
        for (String[] page : new String[][] {
            {"http://127.0.0.1/" + partnership + "/imports?x=1", "/" + partnership + "/imports"},
            {"http://127.0.0.1//evil.example/x", "/"},
            {"::", "/"}
        }) {
            HttpRequest.Builder upload = new Site(port)
                    .to("/" + partnership + "/imports")
                    .headers("Content-Type", "multipart/form-data; boundary=x", "Referer", page[0])
                    .headers("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate")
                    .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"file\"; "
                            + "filename=\"a.csv\"\r\n\r\n1;2\r\n--x--\r\n"));

            HttpResponse<String> answer = site.send(upload);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("ist die Datei nicht angekommen", "href=\"" + page[1] + "\">Zurück zu der Seite")
                    .doesNotContain(">Weiter<", "a.csv");
        }
    }

    private static HttpResponse<String> sent(Site site, String path, String form, String from) {
        return site.send(site.to(path)
                .headers("Content-Type", FORM, "Sec-Fetch-Site", from, "Sec-Fetch-Mode", "navigate")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
