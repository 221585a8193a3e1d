package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.MasterKey;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The second step at login: set up, used, lost, and required of those who look after users or money. */
class SecondFactorTest extends LedgerTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private IssuerPeople issuerPeople;

    @Autowired
    private MasterKey masterKey;

    @Autowired
    private JdbcClient jdbc;

    private Member member;
    private String userId;

    @BeforeEach
    void register() {
        member = Member.of(users, partnership, Role.COORDINATOR);
        userId = member.user().userId();
    }

    /** The last six figures of RFC 6238, appendix B, for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makes_the_codes_of_the_standard(long second, String code) {
        assertThat(Totp.code(RFC_SECRET, Totp.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void writes_the_secret_as_apps_read_it() {
        assertThat(Totp.base32(RFC_SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    }

    @Test
    void a_password_alone_no_longer_lets_in_and_a_code_counts_once() {
        SecondFactors at = at(Instant.parse("2026-01-01T12:00:00Z"));
        byte[] secret = at.begin(userId);
        assertThat(at.confirm(userId, "000000")).isEmpty();
        assertThat(asks()).isEqualTo(200);
        String code = Totp.code(secret, Totp.step(Instant.parse("2026-01-01T12:00:00Z")));
        assertThat(at.confirm(userId, code)).hasSize(10).doesNotHaveDuplicates();

        assertThat(asks()).isEqualTo(401);
        assertThat(at.accept(userId, code)).isFalse();
        SecondFactors later = at(Instant.parse("2026-01-01T12:00:30Z"));
        String next = Totp.code(secret, Totp.step(Instant.parse("2026-01-01T12:00:30Z")));
        assertThat(later.accept(userId, next.substring(0, 3) + " " + next.substring(3)))
                .isTrue();
        assertThat(later.accept(userId, next)).isFalse();
        assertThat(later.accept(userId, code)).isFalse();
    }

    @Test
    void asks_for_the_code_after_the_password_and_lets_nobody_past_it() {
        List<String> recovery = setUp();
        Site site = new Site(port);

        HttpResponse<String> half =
                site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        assertThat(half.headers().firstValue("Location").orElse("")).endsWith("/login/code");
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(302);
        assertThat(location(enter(site, "123456"))).endsWith("/login/code?error");
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from access_record where kind = 'LOGIN_REFUSED' and user_id = ?")
                        .param(userId)
                        .query(Integer.class)
                        .single())
                .as("a wrong code is on record")
                .isEqualTo(1);

        enter(site, recovery.getFirst().toUpperCase(java.util.Locale.ROOT));
        assertThat(site.get("/" + partnership).statusCode()).isEqualTo(200);

        Site again = new Site(port);
        again.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        assertThat(location(enter(again, recovery.getFirst()))).endsWith("/login/code?error");
    }

    @Test
    void nobody_gets_to_the_code_without_the_password() {
        Site site = new Site(port);

        assertThat(location(site.get("/login/code"))).endsWith("/login?expired");
        assertThat(location(enter(site, "123456"))).endsWith("/login?expired");
    }

    @Test
    void guessing_codes_is_slowed_down() {
        List<String> recovery = setUp();
        Site site = new Site(port);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));

        for (int i = 0; i < Attempts.OF_NAME_AND_ADDRESS; i++) enter(site, "abc" + i);

        assertThat(location(enter(site, recovery.getFirst()))).endsWith("/login?wait");
    }

    @Test
    void is_set_up_on_ones_own_account_page() {
        Site site = new Site(port);
        site.submit("/login", Map.of("username", member.login(), "password", Member.PASSWORD));
        String page = site.get("/account/second-factor").body();
        Matcher shown = Pattern.compile("([A-Z2-7]{4} ){7}[A-Z2-7]{4}").matcher(page);
        assertThat(shown.find()).isTrue();
        byte[] secret = factors.begun(userId).orElseThrow();
        assertThat(shown.group().replace(" ", "")).isEqualTo(Totp.base32(secret));
        assertThat(page).contains("<svg");

        String code = Totp.code(secret, Totp.step(Instant.now()));
        site.submit("/account/second-factor", Map.of("code", code));

        assertThat(factors.has(userId)).isTrue();
        List<String> codes = recoveryCodes(site.get("/account/second-factor").body());
        assertThat(codes).hasSize(10);
        String again = site.get("/account/second-factor").body();
        assertThat(recoveryCodes(again)).isEmpty();
        assertThat(again).doesNotContain(codes);
        site.submit("/account/second-factor/end", Map.of("password", "wrong"));
        assertThat(factors.has(userId)).isTrue();
    }

    /** Not what stands within a longer word: the id of a partnership, by chance. */
    private static List<String> recoveryCodes(String page) {
        return Pattern.compile("(?<![\\w-])[a-z2-7]{4}(-[a-z2-7]{4}){3}(?![\\w-])")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void is_required_of_those_who_look_after_users_or_money(Role role) throws Exception {
        boolean bound = role == Role.ADMIN || role == Role.FINANCE;
        var required = new SecondFactorRule(factors, users, issuerPeople, "required", new MockEnvironment());
        var optional = new SecondFactorRule(factors, users, issuerPeople, "optional", new MockEnvironment());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/" + partnership);
        request.setAttribute(Who.class.getName(), new Who(partnership, userId, java.util.EnumSet.of(role), null, null));
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(optional.preHandle(request, response, this)).isTrue();
        assertThat(required.preHandle(request, response, this)).isEqualTo(!bound);
        assertThat(response.getRedirectedUrl()).isEqualTo(bound ? "/account/second-factor" : null);
        setUp();
        assertThat(required.preHandle(request, new MockHttpServletResponse(), this))
                .isTrue();
    }

    private List<String> setUp() {
        byte[] secret = factors.begin(userId);
        return factors.confirm(userId, Totp.code(secret, Totp.step(Instant.now())));
    }

    private SecondFactors at(Instant now) {
        return new SecondFactors(jdbc, masterKey, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static HttpResponse<String> enter(Site site, String code) {
        return site.submit("/login/code", Map.of("code", code));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private int asks() {
        return new Site(port)
                .get(
                        "/api/v1/" + partnership + "/funding",
                        "Authorization",
                        Site.basic(member.login(), Member.PASSWORD))
                .statusCode();
    }
}
