package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.server.ResponseStatusException;

/** Guessing is slowed down, and nobody is locked out for good or by somebody else. */
class AttemptsTest extends LedgerTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final Clock clock = clock();
    private final Attempts attempts = new Attempts(clock);

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void a_name_has_to_wait_at_the_address_that_guessed_and_nowhere_else() {
        fail("anna", "10.0.0.1", Attempts.OF_NAME_AND_ADDRESS);

        assertThatThrownBy(() -> attempts.requireLogin("anna", "10.0.0.1")).isInstanceOf(Attempts.TooMany.class);
        assertThatCode(() -> attempts.requireLogin("anna", "10.0.0.2")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.requireLogin("bert", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void five_minutes_later_it_may_be_tried_again_however_often_it_was_tried_meanwhile() {
        fail("anna", "10.0.0.1", 500);
        now.set(now.get().plus(Attempts.WINDOW));

        assertThatCode(() -> attempts.requireLogin("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void a_good_login_is_forgiven_what_was_mistyped_before() {
        fail("anna", "10.0.0.1", Attempts.OF_NAME_AND_ADDRESS - 1);
        attempts.loginGood("anna", "10.0.0.1");
        fail("anna", "10.0.0.1", 1);

        assertThatCode(() -> attempts.requireLogin("anna", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void an_address_that_tries_many_names_has_to_wait_and_so_has_a_name_tried_from_everywhere() {
        for (int i = 0; i < Attempts.OF_ADDRESS; i++) attempts.loginFailed("name-" + i, "10.0.0.1");
        for (int i = 0; i < Attempts.OF_NAME; i++) attempts.loginFailed("anna", "10.1.0." + i);

        assertThatThrownBy(() -> attempts.requireLogin("new", "10.0.0.1")).isInstanceOf(Attempts.TooMany.class);
        assertThatThrownBy(() -> attempts.requireLogin("anna", "10.9.9.9")).isInstanceOf(Attempts.TooMany.class);
        assertThatCode(() -> attempts.requireLogin("bert", "10.9.9.9")).doesNotThrowAnyException();
    }

    @Test
    void guessing_links_is_answered_with_429() {
        for (int i = 0; i < Attempts.OF_LINKS; i++) attempts.linkFailed("10.0.0.1");

        assertThatThrownBy(() -> attempts.requireLink("10.0.0.1"))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("429");
    }

    @Test
    void programs_are_told_429_and_when_to_come_back_and_people_to_wait() {
        Member member = Member.of(users, partnership, Role.COORDINATOR);
        for (int i = 0; i < Attempts.OF_NAME_AND_ADDRESS; i++) ask(member, "wrong");

        HttpResponse<String> program = ask(member, Member.PASSWORD);
        HttpResponse<String> person =
                new Site(port).submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));

        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(program.body()).contains("\"code\":\"too-many\"");
        assertThat(person.headers().firstValue("Location").orElse("")).endsWith("/login?wait");
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) attempts.loginFailed(name, address);
    }

    private HttpResponse<String> ask(Member member, String password) {
        return new Site(port)
                .get("/api/v1/" + partnership + "/funding", "Authorization", Site.basic(member.login(), password));
    }
}
