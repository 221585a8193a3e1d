package org.patenbuch.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.Users;
import org.patenbuch.dialogue.DialogueCommand.RaiseDemand;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** One has a page open while another enters something, in a partnership of the test's own. */
class LiveTest extends BrowserTest {
    private static final HasCountOptions SOON = new HasCountOptions().setTimeout(20_000);

    private final String partnership = "l-" + UUID.randomUUID().toString().substring(0, 8);
    private final Who other = new Who(partnership, "other", Set.of(Role.ADMIN, Role.COORDINATOR), null, null);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DataSource database;

    @Autowired
    private News news;

    @Autowired
    private KnownBefore knownBefore;

    @Autowired
    private LivePages pages;

    @BeforeEach
    void coordinator() {
        ledger.send(new FoundPartnership(partnership, "Nebenan"), other, Origin.api());
        Users.add(jdbc, partnership, PASSWORD, partnership, Role.COORDINATOR);
    }

    @Test
    void what_another_enters_appears_where_it_belongs_also_after_the_connection_was_gone() {
        for (int n = 10; n < 40; n++) register("P-" + n);
        open(PHONE, "de-DE", true);
        logIn(partnership);
        visit("/" + partnership + "/partners");
        assertThat(page.locator("tbody tr")).hasCount(30, SOON);
        page.evaluate("() => { window.sameWindow = true; scrollTo(0, 300); }");
        register("P-50");
        assertThat(page.locator("tbody tr")).hasCount(31, SOON);
        assertThat(page.locator("[data-say=updated]")).isVisible();
        assertThat(page.evaluate("() => window.sameWindow && scrollY")).isEqualTo(300);
        picture("live-updated-de-320");
        assertAccessible();

        page.context().setOffline(true);
        register("P-51");
        page.context().setOffline(false);
        assertThat(page.locator("tbody tr")).hasCount(32, SOON);
    }

    @Test
    void where_somebody_is_entering_something_nothing_is_touched_and_a_line_says_so() {
        open(PHONE, "de-DE", true);
        logIn(partnership);
        visit("/" + partnership + "/dialogue");
        ledger.send(
                new RaiseDemand(
                        partnership,
                        "FO-1",
                        LocalDate.of(2013, 1, 1),
                        "Landkreis",
                        Personal.of(partnership + "/demand/FO-1", "Mehr Planbarkeit"),
                        null,
                        null),
                other,
                Origin.api());
        assertThat(page.locator("[data-say=changed]")).hasCount(2);
        assertThat(page.locator("span[data-say=changed]"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(20_000));
        picture("live-changed-de-320");
        assertAccessible();
        page.click("[data-close]");
        assertThat(page.locator("span[data-say=changed]")).isHidden();
    }

    @Test
    void a_number_is_all_that_is_told_to_members_and_nothing_to_others() throws Exception {
        register("P-1");
        HttpResponse<java.io.InputStream> stream = ask(partnership, "text/event-stream");
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String position = lines.readLine().substring("id:".length());
            assertThat(lines.readLine()).isEqualTo("data:" + position);
            assertThat(Long.parseLong(position)).isPositive();
        }
        try (var once = ask(partnership, "application/json").body()) {
            assertThat(new String(once.readAllBytes(), StandardCharsets.UTF_8)).matches("\\{\"position\":\\d+}");
        }
        HttpResponse<java.io.InputStream> elsewhere = ask("rosenstadt", "text/event-stream");
        elsewhere.body().close();
        assertThat(elsewhere.statusCode()).isEqualTo(404);
    }

    /** What arrives while a page is being made may or may not be on it: its reader is told. */
    @Test
    void a_page_knows_no_more_than_before_it_was_made() {
        MockHttpServletRequest request = request();
        knownBefore.preHandle(request, new MockHttpServletResponse(), this);
        long before = KnownBefore.of(request);
        register("P-2");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            await().until(() -> news.of(partnership) > before);
            assertThat(pages.getAddress()).isEqualTo("/" + partnership + "/live?after=" + before);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** What a page waits for it shows; were it not noted as known, what is sent from it would be refused for it. */
    @Test
    void a_page_knows_what_it_was_to_wait_for_also_where_another_view_is_slower() throws Exception {
        register("P-2");
        CompletableFuture<Long> noted;
        long recorded;
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("SELECT FROM view_position WHERE view = 'engagement' FOR UPDATE");
            }
            recorded = register("P-3");
            noted = CompletableFuture.supplyAsync(() -> noted(String.valueOf(recorded)));
            assertThat(noted(null)).isLessThan(recorded);
            assertThat(noted("9".repeat(30))).as("unreadable").isLessThan(recorded);
            assertThat(noted).isNotDone();
            slow.rollback();
        }
        assertThat(noted).succeedsWithin(News.PATIENCE).isEqualTo(recorded);
        assertThat(noted(String.valueOf(Long.MAX_VALUE / 100))).as("never").isEqualTo(recorded);
    }

    private long noted(@Nullable String minPosition) {
        MockHttpServletRequest request = request();
        if (minPosition != null) request.setParameter("minPosition", minPosition);
        knownBefore.preHandle(request, new MockHttpServletResponse(), this);
        return KnownBefore.of(request);
    }

    private MockHttpServletRequest request() {
        var request = new MockHttpServletRequest("GET", "/" + partnership + "/partners");
        request.setAttribute(Who.class.getName(), other);
        return request;
    }

    private HttpResponse<java.io.InputStream> ask(String where, String form) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address("/" + where + "/live")))
                                .header("Cookie", SESSION + "=" + session(partnership))
                                .header("Accept", form)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private long register(String id) {
        return ledger.send(
                        new RegisterPartner(
                                partnership,
                                id,
                                "Partner " + id,
                                PartnerEvent.Kind.COMPANY,
                                List.of(PartnerEvent.PartnerRole.FUNDER),
                                LocalDate.of(2010, 1, 1)),
                        other,
                        Origin.api())
                .position();
    }
}
