package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal tokens, made on the account page and sent by programs. */
class TokensTest extends LedgerTest {
    private static final Pattern SHOWN = Pattern.compile("pbt_[A-Za-z0-9_-]{43}");
    private static final String PARTNER =
            "{\"id\":\"P-9\",\"name\":\"Sparkasse\",\"kind\":\"COMPANY\",\"roles\":[\"FUNDER\"],"
                    + "\"since\":\"2012-01-01\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private Site site;
    private Member member;

    @BeforeEach
    void logIn() {
        site = new Site(port);
        member = Member.of(users, partnership, Role.COORDINATOR);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
    }

    @Test
    void lets_a_program_in_as_the_person_who_made_it() {
        String token = make("true");

        assertThat(ask(token, "partners").statusCode()).isEqualTo(200);
        assertThat(send(token, "partners", PARTNER).statusCode()).isEqualTo(201);
        assertThat(jdbc.sql(
                                "SELECT convert_from(metadata, 'UTF8') FROM event WHERE partnership = ? AND type = 'PartnerRegistered'")
                        .param(partnership)
                        .query(String.class)
                        .single())
                .contains(member.user().userId());
        assertThat(site.get("/api/v1/elsewhere/partners", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void one_that_only_asks_records_nothing() {
        String token = make("false");

        assertThat(ask(token, "partners").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(token, "partners", PARTNER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\"");
    }

    @Test
    void is_shown_once_and_stored_by_its_hash_only() {
        String token = make("true");

        assertThat(site.get("/account").body()).doesNotContain(token).contains("Auswertung");
        assertThat(jdbc.sql("SELECT count(*) FROM token t WHERE t::text LIKE '%' || ? || '%'")
                        .param(token.substring(4))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void lets_nobody_in_once_it_is_ended_or_has_expired_or_its_owner_is_shut_out() {
        String ended = make("true");
        site.submit("/account/tokens/" + idOf() + "/end", Map.of());
        assertThat(site.get("/account").body()).contains("Der Schlüssel ist beendet");
        String expired = make("true");
        jdbc.sql("UPDATE token SET expires_at = now() WHERE user_id = ?")
                .param(member.user().userId())
                .update();
        String shutOut = make("true");
        assertThat(ask(shutOut, "partners").statusCode()).isEqualTo(200);
        jdbc.sql("UPDATE users SET disabled = true WHERE user_id = ?")
                .param(member.user().userId())
                .update();

        for (String token : new String[] {ended, expired, shutOut, "pbt_", "pbt_nonsense"}) {
            assertThat(ask(token, "partners").statusCode()).as(token).isEqualTo(401);
        }
    }

    @Test
    void nobody_ends_a_token_of_someone_else() {
        String token = make("true");
        String id = idOf();
        Member other = Member.of(users, partnership, Role.COORDINATOR);
        Site elsewhere = new Site(port);
        elsewhere.submit("/login", Map.of("username", other.login(), "password", Member.PASSWORD));

        HttpResponse<String> answer = elsewhere.submit("/account/tokens/" + id + "/end", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(ask(token, "partners").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 90, 1 bis 100 Zeichen",
        "Auswertung, 0, 1 bis 366",
        "Auswertung, 367, 1 bis 366",
        "Auswertung, bald, 1 bis 366"
    })
    void a_wrong_wish_is_answered_in_words_and_what_was_typed_is_kept(String name, String days, String sentence) {
        site.submit("/account/tokens", Map.of("name", name, "days", days));

        assertThat(site.get("/account").body()).contains(sentence).contains("value=\"" + days + "\"");
    }

    @Test
    void twenty_are_enough() {
        for (int n = 0; n < Tokens.MOST_TOKENS; n++) make("false");

        site.submit("/account/tokens", Map.of("name", "noch einer", "days", "1"));

        assertThat(site.get("/account").body()).contains("Sie haben schon 20");
    }

    @ParameterizedTest
    @CsvSource({
        "falsch, Ein langer Satz im Regen, bisherige Passwort stimmt nicht",
        Member.PASSWORD + ", kurz, zu kurz",
        Member.PASSWORD + ", password1234, leicht zu erraten",
        Member.PASSWORD + ", aaaaaaaaaaaaaaa, leicht zu erraten"
    })
    void a_new_password_has_to_be_earned(String current, String fresh, String sentence) {
        site.submit("/account/password", Map.of("current", current, "fresh", fresh));

        assertThat(site.get("/account").body()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = "Ein langer Satz im Regen")
    void a_changed_password_counts_at_once(String fresh) {
        site.submit("/account/password", Map.of("current", Member.PASSWORD, "fresh", fresh));

        assertThat(basic(Member.PASSWORD)).isEqualTo(401);
        assertThat(basic(fresh)).isEqualTo(200);
    }

    private int basic(String password) {
        return site.get("/api/v1/" + partnership + "/partners", "Authorization", Site.basic(member.login(), password))
                .statusCode();
    }

    private String make(String mayWrite) {
        site.submit("/account/tokens", Map.of("name", "Auswertung", "days", "30", "mayWrite", mayWrite));
        Matcher shown = SHOWN.matcher(site.get("/account").body());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    private String idOf() {
        return jdbc.sql("SELECT token_id FROM token WHERE user_id = ?")
                .param(member.user().userId())
                .query(String.class)
                .single();
    }

    private HttpResponse<String> ask(String token, String path) {
        return site.get("/api/v1/" + partnership + "/" + path, "Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(String token, String path, String body) {
        return site.send(site.to("/api/v1/" + partnership + "/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
