package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.FilterChainProxy;

/** A session ends a set time after its log-in, however busy it was; and begins anew with every way of logging in. */
class SessionLimitTest extends LedgerTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private AfterLogin afterLogin;

    @Autowired
    private SessionLimit limit;

    @Autowired
    private FilterChainProxy doors;

    @Test
    void ends_twelve_hours_after_the_log_in_to_the_second() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        SessionLimit limited = new SessionLimit(Duration.ofHours(12), clock);
        MockHttpSession session = new MockHttpSession();
        limited.begin(session);

        now.set(Instant.parse("2026-01-01T19:59:59Z"));
        ask(limited, session);
        assertThat(session.isInvalid()).isFalse();

        now.set(Instant.parse("2026-01-01T20:00:00Z"));
        ask(limited, session);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void does_not_end_the_session_of_a_login_page_that_nobody_used_yet() throws Exception {
        MockHttpSession session = new MockHttpSession();

        ask(new SessionLimit(Duration.ZERO, Clock.systemUTC()), session);

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void stands_at_the_door_for_people_before_anybody_is_known_and_begins_with_the_log_in() throws Exception {
        assertThat(doors.getFilters("/" + partnership)).contains(limit);
        assertThat(doors.getFilters("/api/v1/" + partnership)).doesNotContain(limit);
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        MockHttpServletRequest request = new MockHttpServletRequest();

        afterLogin.onAuthenticationSuccess(
                request,
                new MockHttpServletResponse(),
                UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(member.user().userId(), member.login()), null, List.of()));

        assertThat(limit.sinceLogin(request.getSession())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void the_second_step_renews_the_token_of_forms_and_the_name_of_the_session() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        byte[] secret = factors.begin(member.user().userId());
        List<String> recovery = factors.confirm(member.user().userId(), Totp.code(secret, Totp.step(Instant.now())));
        Site site = new Site(port);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        String before = site.cookie("patenbuch").orElseThrow();
        String form = site.get("/login/code").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        site.post("/login/code", "code=" + recovery.getFirst() + "&_csrf=" + encoded(form));

        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);
        assertThat(site.cookie("patenbuch").orElseThrow()).isNotEqualTo(before);
        assertThat(site.post("/account/tokens", "name=x&days=1&_csrf=" + encoded(form))
                        .statusCode())
                .as("a form from before the second step")
                .isEqualTo(403);
        assertThat(site.submit("/account/tokens", Map.of("name", "x", "days", "1"))
                        .statusCode())
                .isEqualTo(302);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void ask(SessionLimit limited, MockHttpSession session) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        limited.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
