package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.LoopbackIssuer;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Log-in and bearer tokens of an issuer of OpenID Connect: Spring Authorization Server on this machine. */
class OidcTest extends LedgerTest {
    private static final Pattern LINK = Pattern.compile("/invitation/[A-Za-z0-9_-]{43}");

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private IssuerPeople people;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    private LoopbackIssuer issuer;
    private String person;

    @BeforeEach
    void newcomer() {
        issuer = LoopbackIssuer.start();
        person = "sub-" + UUID.randomUUID();
    }

    @Test
    void lets_in_whom_the_issuer_knows_as_what_it_says() {
        issuer.says(person, person, "/" + partnership + ":COORDINATOR", "printer-3", "no-such-place:admin");
        Site site = new Site(port);
        String before = cookie(site.get("/login"));

        HttpResponse<String> done = logIn(site);

        assertThat(location(done)).endsWith("/" + partnership);
        assertThat(cookie(done)).isNotEmpty().isNotEqualTo(before);
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);
        assertThat(users.partnershipsOf(userId())).containsExactly(partnership);
        assertThat(site.get("/account").body())
                .contains("Anmeldedienst Ihrer Organisation", "dieses Gerät")
                .doesNotContain("name=\"current\"", "/account/tokens\"");
    }

    @Test
    void sends_people_there_with_state_nonce_and_the_challenge_of_pkce() {
        Site site = new Site(port);
        assertThat(site.get("/login").body()).contains("href=\"/login/oidc\"", "Anmelden bei Nebenan");

        assertThat(location(site.get("/login/oidc")))
                .startsWith(LoopbackIssuer.address() + "/")
                .contains("code_challenge_method=S256")
                .containsPattern("[?&]state=[^&]{20,}")
                .containsPattern("[?&]nonce=[^&]{20,}")
                .containsPattern("[?&]code_challenge=[^&]{43}");
    }

    @Test
    void the_wanted_page_opens_after_the_log_in() {
        issuer.says(person, person, partnership + ":auditor");
        Site site = new Site(port);
        site.get("/" + partnership + "/money?year=2013", "Accept", "text/html");

        assertThat(location(logIn(site))).endsWith("/" + partnership + "/money?year=2013");
    }

    @Test
    void a_role_withdrawn_there_is_withdrawn_here_within_the_same_second_and_for_every_open_session() {
        issuer.says(person, person, partnership + ":coordinator", partnership + ":auditor");
        String older = issuer.token(person, claims -> {});
        Site first = new Site(port);
        logIn(first);
        assertThat(first.get("/" + partnership + "/money").statusCode()).isEqualTo(200);

        issuer.says(person, person, partnership + ":admin");
        logIn(new Site(port));
        logIn(new Site(port));

        assertThat(roles()).doesNotContain(Role.COORDINATOR, Role.AUDITOR);
        assertThat(first.get("/" + partnership + "/money").statusCode()).isIn(403, 404);
        assertThat(bearer(older, "households").statusCode())
                .as("what was said before gives nothing back")
                .isIn(403, 404);
        assertThat(roles()).doesNotContain(Role.COORDINATOR, Role.AUDITOR);
    }

    @Test
    void in_one_second_roles_are_taken_and_none_is_given_later_the_newest_word_counts() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        arrive(noon, "coordinator", "auditor");
        arrive(noon, "finance", "auditor");
        assertThat(roles()).containsExactly(Role.AUDITOR);
        arrive(noon, "coordinator", "auditor");
        assertThat(roles()).containsExactly(Role.AUDITOR);
        arrive(noon.minusSeconds(1), "coordinator");
        assertThat(roles()).containsExactly(Role.AUDITOR);
        arrive(noon.plusSeconds(1), "finance");
        assertThat(roles()).containsExactly(Role.FINANCE);
        arrive(noon.plusSeconds(2));
        assertThat(users.in(partnership, userId())).isEmpty();
    }

    @Test
    void never_takes_over_someone_who_is_called_the_same() {
        Member local = Member.of(users, partnership, Role.FINANCE);
        issuer.says(person, local.login().toUpperCase(java.util.Locale.ROOT), partnership + ":auditor");

        Site site = new Site(port);
        logIn(site);

        assertThat(userId()).isNotEqualTo(local.user().userId());
        assertThat(site.get("/account").body()).contains(local.login() + "-2");
        assertThat(roles()).containsExactly(Role.AUDITOR);
        assertThat(users.in(partnership, local.user().userId()).orElseThrow().roles())
                .containsExactly(Role.FINANCE);
        assertThat(new Site(port)
                        .get(
                                "/api/v1/" + partnership + "/funds",
                                "Authorization",
                                Site.basic(local.login(), Member.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Site(port)
                        .get("/api/v1/" + partnership + "/funds", "Authorization", Site.basic(local.login() + "-2", ""))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "aud", "iss", "exp", "sub"})
    void refuses_what_the_issuer_does_not_say_to_us_about_this_log_in(String claim) {
        issuer.says(person, person, partnership + ":coordinator");
        issuer.spoil(claims -> {
            if (claim.equals("nonce")) claims.claim("nonce", "of another log-in");
            if (claim.equals("aud")) claims.audience(List.of("another-client"));
            if (claim.equals("iss")) claims.issuer("https://elsewhere.example");
            if (claim.equals("exp"))
                claims.issuedAt(Instant.now().minusSeconds(900))
                        .expiresAt(Instant.now().minusSeconds(600));
            if (claim.equals("sub")) claims.claims(all -> all.remove("sub"));
        });
        Site site = new Site(port);

        assertThat(location(logIn(site))).endsWith("/login?issuer=refused");

        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(302);
        assertThat(site.get("/login?issuer=refused").body()).contains("hat die Anmeldung nicht bestätigt");
        assertThat(known()).isFalse();
    }

    @Test
    void refuses_a_return_that_this_browser_did_not_ask_for_and_one_that_was_there_already() {
        issuer.says(person, person, partnership + ":coordinator");
        Site victim = new Site(port);
        Site other = new Site(port);
        URI back = issuer.authorize(URI.create(location(victim.get("/login/oidc"))), person);
        other.get("/login/oidc");

        assertThat(location(other.get(path(back)))).endsWith("/login?issuer=refused");
        assertThat(location(victim.get(path(back).replaceAll("state=[^&]+", "state=guessed"))))
                .endsWith("/login?issuer=refused");
        assertThat(location(victim.get("/login/oidc/return?error=access_denied")))
                .endsWith("/login?issuer=refused");
        assertThat(known()).isFalse();
        assertThat(location(victim.get(path(back)))).endsWith("/" + partnership);
        assertThat(location(new Site(port).get(path(back)))).endsWith("/login?issuer=refused");
    }

    @Test
    void nothing_is_kept_of_whom_nothing_here_concerns() {
        issuer.says(person, person, "no-such-place:admin", "staff");
        Site site = new Site(port);

        assertThat(location(logIn(site))).endsWith("/login?issuer=nothing");

        assertThat(known()).isFalse();
        assertThat(jdbc.sql("select count(*) from users where login = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_foreign_partnership_stays_shut() {
        String own = partnership;
        issuer.says(person, person, own + ":coordinator");
        Site site = new Site(port);
        logIn(site);
        send(
                new org.patenbuch.partnership.PartnershipCommand.FoundPartnership(own + "x", "Nebenan"),
                new Who(own + "x", "tester", EnumSet.allOf(Role.class), null, null));

        assertThat(site.get("/" + own + "x").statusCode()).isEqualTo(404);
        assertThat(site.get("/api/v1/" + own + "x/funding", "Authorization", "Bearer " + issuer.token(person, c -> {}))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_sponsor_is_the_one_the_issuer_names_or_the_one_an_invitation_names() {
        issuer.says(person, person, partnership + ":sponsor:V-01");
        logIn(new Site(port));
        assertThat(users.in(partnership, userId()).orElseThrow().sponsorId()).isEqualTo("V-01");

        person = "sub-" + UUID.randomUUID();
        issuer.says(person, person, partnership + ":sponsor");
        Site site = new Site(port);
        logIn(site);
        assertThat(users.in(partnership, userId())).isEmpty();
        String link = "/invitation/"
                + invitations.toRole(new Membership("", partnership, Role.SPONSOR, null, "V-02"), "tester");
        site.submit(link, Map.of());
        logIn(new Site(port));
        assertThat(users.in(partnership, userId()).orElseThrow().sponsorId()).isEqualTo("V-02");
    }

    @Test
    void whoever_is_shut_out_here_is_not_let_in_by_the_issuer() {
        issuer.says(person, person, partnership + ":coordinator");
        logIn(new Site(port));
        jdbc.sql("update users set disabled = true where user_id = ?")
                .param(userId())
                .update();

        assertThat(location(logIn(new Site(port)))).endsWith("/login?issuer=nothing");
        assertThat(bearer(issuer.token(person, claims -> {}), "partners").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_second_step_was_taken_there_and_no_key_outlives_the_account_there() throws Exception {
        issuer.says(person, person, partnership + ":finance", partnership + ":admin");
        Site site = new Site(port);
        logIn(site);
        var required = new SecondFactorRule(factors, users, people, "required", new MockEnvironment());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/" + partnership);
        request.setAttribute(
                Who.class.getName(), users.in(partnership, userId()).orElseThrow());

        assertThat(required.preHandle(request, new MockHttpServletResponse(), this))
                .isTrue();
        site.submit("/account/tokens", Map.of("name", "Auswertung", "days", "30"));
        assertThat(site.get("/account").body()).contains("legt hier keine Schlüssel an");
        assertThat(site.get("/" + partnership + "/users").body()).contains("vom Anmeldedienst", "beim Anmeldedienst");
        site.submit("/" + partnership + "/users/" + userId() + "/password", Map.of());
        assertThat(site.get("/" + partnership + "/users").body())
                .contains("hat hier kein Passwort")
                .doesNotContainPattern(LINK);
    }

    @Test
    void a_token_of_the_issuer_opens_the_api_as_far_as_its_roles_go_and_without_a_session() {
        issuer.says("program", "rechner", partnership + ":auditor");
        String token = issuer.tokenOfProgram();

        HttpResponse<String> answer = bearer(token, "partners");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(bearer(token, "partners").statusCode()).isEqualTo(200);
        Site site = new Site(port);
        assertThat(site.send(
                                site.to("/api/v1/" + partnership + "/partners")
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "{\"id\":\"P-9\",\"name\":\"Sparkasse\",\"kind\":\"COMPANY\",\"roles\":[\"FUNDER\"],\"since\":\"2012-01-01\"}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.get("/" + partnership, "Authorization", "Bearer " + token)
                        .statusCode())
                .as("people's pages have another door")
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer",
                "audience",
                "expired",
                "endless",
                "none",
                "key",
                "mac",
                "login",
                "future",
                "nobody",
                "stranger",
                "garbled"
            })
    void refuses_a_bearer_token_that_is_not_for_us(String why) throws Exception {
        issuer.says(person, person, partnership + ":coordinator");
        assertThat(bearer(issuer.token(person, claims -> {}), "partners").statusCode())
                .isEqualTo(200);

        HttpResponse<String> answer = bearer(wrong(why), "partners");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
        assertThat(answer.headers().allValues("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    private String wrong(String why) throws Exception {
        Instant now = Instant.now();
        return switch (why) {
            case "issuer" -> otherwise(claims -> claims.issuer("https://elsewhere.example"));
            case "audience" -> otherwise(claims -> claims.audience(List.of("another-client")));
            case "expired" ->
                otherwise(claims -> claims.issuedAt(now.minusSeconds(900)).expiresAt(now.minusSeconds(120)));
            case "endless" -> otherwise(claims -> claims.claims(all -> all.remove("exp")));
            case "login" -> otherwise(claims -> claims.claim("nonce", "an ID token has one"));
            case "future" ->
                otherwise(claims -> claims.issuedAt(now.plusSeconds(600)).expiresAt(now.plusSeconds(900)));
            case "nobody" -> otherwise(claims -> claims.claims(all -> all.remove("sub")));
            case "stranger" ->
                otherwise(claims -> claims.subject("sub-" + UUID.randomUUID()).claim("groups", List.of()));
            case "key" -> issuer.forged(person);
            case "garbled" -> issuer.token(person, claims -> {}) + "x";
            case "none" -> base64("{\"alg\":\"none\"}") + "." + payload() + ".";
            case "mac" -> {
                String signed = base64("{\"alg\":\"HS256\"}") + "." + payload();
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(issuer.publicKey(), "HmacSHA256"));
                yield signed + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes()));
            }
            default -> throw new IllegalArgumentException(why);
        };
    }

    private String otherwise(Consumer<JwtClaimsSet.Builder> claims) {
        return issuer.token(person, claims);
    }

    private String payload() {
        return issuer.token(person, claims -> {}).split("\\.")[1];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }

    @Test
    void a_new_key_of_the_issuer_is_taken_and_the_old_one_is_not_any_more() {
        issuer.says(person, person, partnership + ":coordinator");
        String old = issuer.token(person, claims -> {});
        assertThat(bearer(old, "partners").statusCode()).isEqualTo(200);

        issuer.rotate();

        assertThat(bearer(issuer.token(person, claims -> {}), "partners").statusCode())
                .isEqualTo(200);
        assertThat(bearer(old, "partners").statusCode()).isEqualTo(401);
        assertThat(location(logIn(new Site(port)))).endsWith("/" + partnership);
    }

    @Test
    void an_issuer_that_is_away_is_said_to_be_and_one_without_tls_is_not_taken() {
        var away = new Issuer(set("http://127.0.0.1:1"));

        assertThatThrownBy(away::client).isInstanceOf(Issuer.Away.class);
        assertThatThrownBy(away::client).as("nobody asks again at once").hasNoCause();
        assertThat(new Site(port).get("/login?issuer=away").body()).contains("antwortet gerade nicht");
        for (String unsafe :
                List.of("http://issuer.example", "issuer.example", "ftp://127.0.0.1", "https://a.example?x")) {
            assertThatThrownBy(() -> new Issuer(set(unsafe))).as(unsafe).hasMessageContaining("https://");
        }
    }

    private static MockEnvironment set(String address) {
        return new MockEnvironment()
                .withProperty("patenbuch.oidc.issuer", address)
                .withProperty("patenbuch.oidc.scopes", "openid");
    }

    /** From the button on the login page to the answer of the page one comes back to. */
    private HttpResponse<String> logIn(Site site) {
        URI back = issuer.authorize(URI.create(location(site.get("/login/oidc"))), person);
        return site.get(path(back));
    }

    private void arrive(Instant at, String... roles) {
        var claims = Map.<String, Object>of(
                "groups",
                List.of(roles).stream().map(role -> partnership + ":" + role).toList());
        people.arrive(
                new IssuerPeople.Said(LoopbackIssuer.address(), person, person, ClaimedRole.in(claims, "groups"), at));
    }

    private java.util.Set<Role> roles() {
        return users.in(partnership, userId()).map(Who::roles).orElse(java.util.Set.of());
    }

    private String userId() {
        return jdbc.sql("select user_id from issuer_person where subject = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private boolean known() {
        return jdbc.sql("select exists (select 1 from issuer_person where subject = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    private HttpResponse<String> bearer(String token, String path) {
        return new Site(port).get("/api/v1/" + partnership + "/" + path, "Authorization", "Bearer " + token);
    }

    private static String path(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + " " + answer.body());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }
}
