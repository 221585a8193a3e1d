package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class LoginTest extends LedgerTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    private Member member;

    @BeforeEach
    void register() {
        member = Member.of(users, partnership, Role.COORDINATOR);
    }

    @Test
    void lets_in_who_knows_name_and_password_whatever_the_case_of_the_name() {
        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(200);
        assertThat(asked(" " + member.login().toUpperCase(java.util.Locale.ROOT), Member.PASSWORD))
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(
            strings = {"", "wrong", "kirschkuchen am sonntag", "Kirschkuchen am Sonntag ", "\u0000", "ä\ud83d\ude00"})
    void refuses_a_wrong_password_also_after_a_right_one(String wrong) {
        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(200);

        assertThat(asked(member.login(), wrong)).isEqualTo(401);
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(strings = {"nobody", "", "a\u0000b", "'; drop table users; --"})
    void refuses_names_that_are_not_there_like_wrong_passwords(String nobody) {
        assertThat(asked(nobody, Member.PASSWORD)).isEqualTo(401);
    }

    @Test
    void refuses_a_password_too_long_to_be_one() {
        assertThat(asked(member.login(), "x".repeat(5_000))).isEqualTo(401);
    }

    @Test
    void forgets_a_password_found_right_before_as_soon_as_it_is_changed() {
        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(200);

        users.put(with(member.user(), passwords.hash("another one altogether"), false, false));

        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(401);
        assertThat(asked(member.login(), "another one altogether")).isEqualTo(200);
    }

    @Test
    void shuts_out_a_disabled_user_at_once_also_from_an_open_session() {
        Site site = new Site(port);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);
        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(200);

        users.put(with(member.user(), member.user().passwordHash(), true, false));

        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(401);
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(404);
    }

    @Test
    void lets_users_of_a_demonstration_in_nowhere_else() {
        users.put(with(member.user(), member.user().passwordHash(), false, true));

        assertThat(asked(member.login(), Member.PASSWORD)).isEqualTo(401);
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer something", "Digest x", "Basic \u00ff"})
    void refuses_a_login_it_cannot_read(String header) {
        Site site = new Site(port);

        assertThat(site.get("/api/v1/" + partnership + "/funding", "Authorization", header)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void speaks_the_language_of_the_user_unless_the_browser_has_chosen_another() {
        Member english = Member.of(users, partnership, Role.COORDINATOR, "en");
        Site site = new Site(port);

        site.submit("/login", Map.of("username", english.login(), "password", Member.PASSWORD));

        assertThat(site.get("/" + partnership, "Accept-Language", "de").body()).contains("Overview");
    }

    private static User with(User user, String hash, boolean disabled, boolean demo) {
        return new User(user.userId(), user.login(), hash, disabled, user.language(), demo);
    }

    private int asked(String login, String password) {
        return new Site(port)
                .get("/api/v1/" + partnership + "/funding", "Authorization", Site.basic(login, password))
                .statusCode();
    }
}
