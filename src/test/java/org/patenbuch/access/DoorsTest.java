package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class DoorsTest extends LedgerTest {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private PartnershipGate gate;

    private Site site;

    @BeforeEach
    void outside() {
        site = new Site(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rosenstadt/funding",
                "/api/v1/rosenstadt",
                "/api",
                "/api/nothing",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env"
            })
    void programs_without_a_login_are_told_401(String path) {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rosenstadt", "/rosenstadt/anything", "/a/b/c", "/swagger-ui.html", "/index.html"})
    void people_without_a_login_are_led_to_the_login_page_and_asked_by_no_popup(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/help", "/actuator/health/readiness", "/actuator/health/liveness"})
    void a_few_addresses_are_open_to_all(String path) {
        assertThat(site.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_foreign_partnership_and_one_that_is_not_there_look_the_same(Role role) {
        Member member = Member.of(users, "elsewhere", role);

        HttpResponse<String> foreign = ask(member, "/api/v1/" + partnership + "/funding");
        HttpResponse<String> missing = ask(member, "/api/v1/no-such-place/funding");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        logIn(member);
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(404);
        assertThat(site.get("/no-such-place").statusCode()).isEqualTo(404);
    }

    @Test
    void the_gate_is_shut_to_strangers_even_where_the_page_behind_it_forgets_to_ask() {
        Member member = Member.of(users, partnership, Role.AUDITOR);

        assertThat(lets(member, partnership)).isTrue();
        assertThat(lets(member, "elsewhere")).isFalse();
    }

    private boolean lets(Member member, String into) {
        var signedIn = new SignedIn(member.user().userId(), member.login());
        var known = UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
        var asked = new RequestAuthorizationContext(new MockHttpServletRequest(), Map.of("partnership", into));
        return gate.authorize(() -> known, asked).isGranted();
    }

    @Test
    void a_role_given_or_taken_counts_from_the_next_request_on() {
        Member member = Member.of(users, partnership, Role.AUDITOR);
        String path = "/api/v1/" + partnership + "/events";
        assertThat(ask(member, path).statusCode()).isEqualTo(200);

        users.grant(new Membership(member.user().userId(), partnership, Role.SPONSOR, null, "V-1"));
        users.revoke(member.user().userId(), partnership, Role.AUDITOR);
        assertThat(ask(member, path).statusCode()).isEqualTo(403);

        users.revoke(member.user().userId(), partnership, Role.SPONSOR);
        assertThat(ask(member, path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_administrators_see_the_description_of_the_api_and_the_metrics(Role role) {
        Member member = Member.of(users, partnership, role);
        int expected = role == Role.ADMIN ? 200 : 403;

        assertThat(ask(member, "/v3/api-docs").statusCode()).isEqualTo(expected);
        assertThat(ask(member, "/actuator/prometheus").statusCode()).isEqualTo(expected);
    }

    @Test
    void the_cookie_of_a_session_does_not_open_the_door_of_programs() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        logIn(member);
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);

        assertThat(site.get("/api/v1/" + partnership + "/funding").statusCode()).isEqualTo(401);
    }

    @Test
    void programs_get_no_session() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);

        HttpResponse<String> answer = ask(member, "/api/v1/" + partnership + "/funding");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_form_without_the_token_of_its_page_does_nothing() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        logIn(member);

        HttpResponse<String> forged = site.post("/" + partnership, "year=2013");
        HttpResponse<String> loggedOut = site.post("/logout", "");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(loggedOut.headers().firstValue("Location").orElse("")).endsWith("/login?expired");
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);
    }

    @Test
    void logging_out_takes_a_form_and_not_a_link() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        logIn(member);

        site.get("/logout");
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);
        site.submit("/logout", Map.of());
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/help", "/api/v1/rosenstadt/funding", "/nowhere/at/all", "/error"})
    void every_answer_carries_the_strict_headers(String path) {
        var headers = site.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void the_cookie_of_a_session_is_for_this_server_only_and_new_after_login() {
        String before = site.get("/login").headers().firstValue("Set-Cookie").orElse("");
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        String after = logIn(member).headers().firstValue("Set-Cookie").orElse("");

        assertThat(before).startsWith("patenbuch=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(after).startsWith("patenbuch=").isNotEqualTo(before);
    }

    private HttpResponse<String> logIn(Member member) {
        return site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
    }

    private HttpResponse<String> ask(Member member, String path) {
        HttpRequest.Builder request =
                site.to(path).header("Authorization", Site.basic(member.login(), Member.PASSWORD));
        return new Site(port).send(request);
    }
}
