package org.patenbuch.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, entries and forms in a real browser. */
class DeskPagesTest extends BrowserTest {
    private static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    @Autowired
    private Clock clock;

    @Autowired
    private Desk desk;

    @Autowired
    private Words words;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Inputs inputs;

    @Autowired
    private JdbcClient jdbc;

    /** The others are of the same page; the crawl asks each of them. */
    @Test
    void a_list_and_an_entry_are_accessible() {
        open(PHONE, "de-DE", true);
        logIn("coordinator");
        visit("/rosenstadt/sponsorships");
        picture("desk-sponsorships-de");
        assertAccessible();
        page.locator("table tbody th a").first().click();
        assertThat(page.locator("dl.app-facts")).isVisible();
        assertAccessible();
    }

    @Test
    void an_end_is_checked_booked_once_and_what_was_typed_is_never_lost() {
        logIn("coordinator");
        visit("/rosenstadt/sponsorships?status=RUNNING");
        page.locator("table tbody th a").first().click();
        page.click("text=Patenschaft beenden");
        page.fill("#note", "Die Familie kommt gut allein zurecht.");
        page.click("button[type=submit].kern-btn--primary");
        assertThat(page.locator("[role=alert] li:has-text('Am: Bitte ausfüllen.')"))
                .isVisible();
        assertThat(page.locator("#note")).hasValue("Die Familie kommt gut allein zurecht.");
        picture("desk-form-wrong");
        assertAccessible();
        page.fill("#on", "1999-01-01");
        page.selectOption("#outcome", "GOAL_REACHED");
        page.click("button[type=submit].kern-btn--primary");
        assertThat(page.locator("h1")).hasText("Stimmt das so?");
        picture("desk-check");
        page.click("button[value=send]");
        assertThat(page.locator("[role=alert]")).isVisible(); // before it began: the ledger refuses it
        assertThat(page.locator("#note")).hasValue("Die Familie kommt gut allein zurecht.");

        page.fill("#on", "2014-12-01");
        page.click("button[type=submit].kern-btn--primary");
        long before = events();
        page.dblclick("button[value=send]");
        assertThat(page.locator("[role=status]")).containsText("Erfasst");
        assertThat(events()).isEqualTo(before + 1);
        assertThat(page.locator("text=Patenschaft beenden")).hasCount(0);
        picture("desk-entry");
    }

    @Test
    void everything_works_without_scripts() {
        open(DESKTOP, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt/sponsors/new");
        page.fill("#name", "Erika Erle");
        page.selectOption("#kind", "FAMILY");
        page.fill("#joinedOn", "2014-01-01");
        page.click("button[type=submit].kern-btn--primary");

        assertThat(page.locator("h1")).hasText("Erika Erle");
        assertThat(page).hasURL(Pattern.compile(".*/sponsors/.*done=new.*"));
    }

    @Test
    void a_filter_is_an_address_and_a_chip_and_the_file_holds_what_the_list_shows() {
        logIn("coordinator");
        visit("/rosenstadt/contributions?partnerId=P-SPK&status=RECORDED");
        assertThat(page.locator(".app-chip")).hasCount(2);
        int shown = page.locator("table tbody tr").count();
        assertThat(page.locator("table thead th").allTextContents()).hasSize(9);
        for (String form : List.of("CSV", "CSV für Programme")) {
            String text = (String) page.evaluate(
                    "address => fetch(address).then(answer => answer.text())",
                    page.locator(".app-exports").getByText(form, EXACTLY).getAttribute("href"));
            List<String> lines = text.strip().lines().toList();
            assertThat(lines).as(form).hasSize(shown + 1);
            assertThat(lines.getFirst().split("\"[,;]\""))
                    .as("the columns of the page, no others")
                    .hasSize(9);
        }
        for (String form : List.of("Excel", "PDF")) {
            String begins = (String) page.evaluate(
                    "address => fetch(address).then(answer => answer.text()).then(text => text.substring(0, 4))",
                    page.locator(".app-exports").getByText(form, EXACTLY).getAttribute("href"));
            assertThat(begins).isEqualTo(form.equals("PDF") ? "%PDF" : "PK\u0003\u0004");
        }

        page.locator(".app-chip").first().click();
        assertThat(page.locator(".app-chip")).hasCount(1);
    }

    @Test
    void the_state_of_an_earlier_day_is_chosen_said_on_top_and_left_again() {
        logIn("auditor");
        visit("/rosenstadt/pledges?status=OPEN");
        page.fill("#known-at", LocalDate.now(clock).toString());
        page.locator(".app-asof button").click();

        assertThat(page.locator(".app-then")).containsText("Früherer Stand");
        assertThat(page).hasURL(Pattern.compile(".*status=OPEN.*knownAt=\\d{4}-.*"));
        assertThat(page.locator("#known-at")).hasCount(0);
        picture("then-1280");
        page.setViewportSize(PHONE, 800);
        assertAccessible();
        picture("then-320");
        page.locator("tbody a").first().click();
        assertThat(page.locator(".app-then")).isVisible();
        page.locator(".app-then a").click();
        assertThat(page.locator(".app-then")).hasCount(0);
    }

    @Test
    void every_action_has_an_address_and_its_words() {
        assertThat(desk.actions()).allSatisfy(action -> {
            assertThat(endpoints.of(action).form()).isNotNull();
            assertThat(words.say(action.key())).isNotBlank();
            var fields = Field.of(endpoints.of(action).form());
            assertThat(inputs.of(action, fields, Bound.blank(), Map.of())).hasSize(fields.size() - 1); // all but its id
        });
    }

    @Test
    void what_one_may_not_do_has_no_page() {
        logIn("auditor");
        assertThat(page.navigate(address("/rosenstadt/sponsors/new")).status()).isEqualTo(403);
        assertThat(page.navigate(address("/rosenstadt/nowhere/new")).status()).isEqualTo(404);
        assertThat(page.navigate(address("/rosenstadt/pledges/Z-404")).status()).isEqualTo(404);
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event").query(Long.class).single();
    }
}
