package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an administrator lets others in, and takes it back. */
class InvitationsTest extends LedgerTest {
    private static final Pattern LINK = Pattern.compile("http://[^<\"]+/invitation/[A-Za-z0-9_-]{43}");
    private static final String PASSWORD = "drei Krähen auf dem Dach";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcClient jdbc;

    private Member admin;
    private Site site;

    @BeforeEach
    void logIn() {
        admin = Member.of(users, partnership, Role.ADMIN);
        site = new Site(port);
        site.submit("/login", Map.of("username", admin.login(), "password", Member.PASSWORD));
    }

    @Test
    void a_link_lets_one_person_in_once() {
        String link = invite("FINANCE", "");
        Site guest = new Site(port);
        String login = "neu-" + partnership;

        HttpResponse<String> page = guest.get(link);
        assertThat(page.body()).contains(partnership, "Kasse");
        HttpResponse<String> done = guest.submit(link, Map.of("login", login, "password", PASSWORD));

        assertThat(done.headers().firstValue("Location").orElse("")).endsWith("/login?ready");
        assertThat(asks(login, PASSWORD, "funds")).isEqualTo(200);
        assertThat(asks(login, PASSWORD, "sponsors")).isEqualTo(403);
        assertThat(new Site(port).get(link).statusCode()).isEqualTo(404);
        assertThat(new Site(port)
                        .submit(link, Map.of("login", login + "2", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refuses_common_passwords_and_taken_names_and_the_link_stays_good() {
        String link = invite("AUDITOR", "");
        Site guest = new Site(port);

        assertThat(guest.submit(link, Map.of("login", "pr-" + partnership, "password", "passwort1234"))
                        .body())
                .contains("role=\"alert\"");
        assertThat(guest.submit(link, Map.of("login", admin.login(), "password", PASSWORD))
                        .body())
                .contains("role=\"alert\"");
        assertThat(guest.submit(link, Map.of("login", "pr-" + partnership, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whoever_is_known_already_gets_the_role_added() {
        String link = invite("SPONSOR", "V-77");
        Member auditor = Member.of(users, partnership, Role.AUDITOR);
        Site other = new Site(port);
        other.submit("/login", Map.of("username", auditor.login(), "password", Member.PASSWORD));

        assertThat(post(other, link, Map.of())).isEqualTo(302);

        assertThat(users.in(partnership, auditor.user().userId()).orElseThrow().sponsorId())
                .isEqualTo("V-77");
    }

    @Test
    void refuses_a_partner_or_sponsor_without_saying_which_and_roles_that_are_none() {
        assertThat(page("/invitations", Map.of("role", "PARTNER", "of", ""))).contains("role=\"alert\"");
        assertThat(page("/invitations", Map.of("role", "KING"))).contains("role=\"alert\"");
        assertThat(page("/invitations", Map.of())).contains("role=\"alert\"");
    }

    @Test
    void a_link_ends_with_its_days_or_when_it_is_taken_back() {
        String old = invite("AUDITOR", "");
        jdbc.sql("update invitation set expires_at = now() - interval '1 second' where partnership = ?")
                .param(partnership)
                .update();
        assertThat(new Site(port).get(old).statusCode()).isEqualTo(404);

        String fresh = invite("AUDITOR", "");
        page("/invitations/end", Map.of());
        assertThat(new Site(port).get(fresh).statusCode()).isEqualTo(404);
    }

    @Test
    void a_new_password_by_link_ends_the_sessions_and_the_second_step_of_before() {
        Member lost = Member.of(users, partnership, Role.COORDINATOR);
        Site before = new Site(port);
        before.submit("/login", Map.of("username", lost.login(), "password", Member.PASSWORD));
        String link = link(page("/" + lost.user().userId() + "/password", Map.of()));
        byte[] secret = factors.begin(lost.user().userId());
        factors.confirm(lost.user().userId(), Totp.code(secret, Totp.step(java.time.Instant.now())));
        assertThat(factors.has(lost.user().userId())).isTrue();

        new Site(port).submit(link, Map.of("password", PASSWORD));

        assertThat(asks(lost.login(), Member.PASSWORD, "funds")).isEqualTo(401);
        assertThat(asks(lost.login(), PASSWORD, "funds")).isEqualTo(200);
        assertThat(before.get("/" + partnership).statusCode()).isEqualTo(302);
    }

    @Test
    void an_administrator_reaches_into_no_other_partnership() {
        Member both = Member.of(users, partnership, Role.AUDITOR);
        users.grant(new Membership(both.user().userId(), "elsewhere", Role.FINANCE, null, null));
        Member stranger = Member.of(users, "elsewhere", Role.AUDITOR);

        assertThat(page("/" + both.user().userId() + "/password", Map.of())).contains("role=\"alert\"");
        assertThat(post(site, "/" + partnership + "/users/" + stranger.user().userId() + "/password", Map.of()))
                .isEqualTo(404);
    }

    @Test
    void a_role_is_taken_at_once_but_never_the_last_administrator() {
        Member auditor = Member.of(users, partnership, Role.AUDITOR);
        assertThat(asks(auditor.login(), Member.PASSWORD, "events")).isEqualTo(200);

        page("/" + auditor.user().userId() + "/roles/AUDITOR/end", Map.of());

        assertThat(asks(auditor.login(), Member.PASSWORD, "events")).isEqualTo(404);
        assertThat(page("/" + admin.user().userId() + "/roles/ADMIN/end", Map.of()))
                .contains("role=\"alert\"");
        assertThat(site.get("/" + partnership + "/users").statusCode()).isEqualTo(200);
    }

    private String invite(String role, String of) {
        return link(page("/invitations", Map.of("role", role, "of", of)));
    }

    private static String link(String page) {
        Matcher found = LINK.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return URI.create(found.group()).getPath();
    }

    /** The users page after something was done on it. */
    private String page(String path, Map<String, String> form) {
        assertThat(post(site, "/" + partnership + "/users" + path, form)).isEqualTo(302);
        return site.get("/" + partnership + "/users").body();
    }

    private static int post(Site site, String path, Map<String, String> form) {
        return site.submit(path, form).statusCode();
    }

    private int asks(String login, String password, String path) {
        return new Site(port)
                .get("/api/v1/" + partnership + "/" + path, "Authorization", Site.basic(login, password))
                .statusCode();
    }
}
