package org.patenbuch.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor at the demonstration: from a figure to its entries, and what is put on record. */
class AuditPagesTest extends BrowserTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_page_is_accessible_on_a_phone() {
        open(PHONE, "de-DE", true);
        logIn("auditor");
        List<String> pages = List.of(
                "audit",
                "journal?limit=5",
                "trace/expenses/" + expense(),
                "differences?fromPosition=" + (lastPosition() - 20),
                "samples?seed=a&size=5",
                "accesses",
                "reports",
                "trace/sponsorships/M-001",
                "journal?limit=501",
                "samples?seed=&size=");
        for (String path : pages) {
            visit("/rosenstadt/" + path);
            page.locator("details").all().stream().limit(2).forEach(Locator::click);
            assertAccessible();
        }
    }

    @Test
    void a_figure_leads_to_its_entries_and_an_entry_to_its_way() {
        logIn("auditor");
        visit("/rosenstadt/audit");
        picture("audit-home-1280");
        page.locator("#figures ~ .au-links a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("2013"))
                .click();
        Locator line = page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Ausgegeben"))
                .first();
        assertThat(page.locator("#main")).containsText("41.301,55 €");
        line.locator("summary").click();
        line.locator("details a").first().click();
        assertThat(page.locator(".au-entry")).hasCount(1);
        picture("audit-journal-entry-1280");
        page.locator(".au-entry a")
                .filter(new Locator.FilterOptions().setHasText("Verfolgen"))
                .first()
                .click();
        assertThat(page.locator("figure[data-sankey] svg")).hasCount(1);
        assertThat(page.locator("tbody tr")
                        .first()
                        .locator("a[href*='journal?positions=']")
                        .first())
                .isVisible();
        picture("audit-trace-1280");
    }

    @Test
    void an_entry_of_the_command_line_is_told_in_words_and_its_place_with_its_thousands() {
        open(DESKTOP, "en-GB", true);
        logIn("auditor");
        visit("/rosenstadt/journal?before=" + (lastPosition() + 1) + "&lang=en");
        Locator entry = page.locator(".au-entry:has-text('by somebody on the command line')")
                .last();
        assertThat(entry.locator(".au-entry__head").first()).hasText(Pattern.compile("position \\d,\\d{3}\\s*$"));
        assertThat(entry.locator(".au-entry__no")).hasText(Pattern.compile("\\d,\\d{3}"));
        assertThat(page.locator("main")).not().containsText("by console");

        visit("/rosenstadt/journal?before=" + (lastPosition() + 1) + "&lang=de");
        assertThat(page.locator("main")).containsText("von jemand an der Kommandozeile");
        assertThat(page.locator("main")).not().containsText("von console");
        visit("/rosenstadt/samples?seed=probe&size=3&type=HoursLogged");
        assertThat(page.locator("tbody th").first()).containsText(Pattern.compile("#\\d\\.\\d{3} "));
    }

    @Test
    void who_recorded_it_is_chosen_by_name() {
        logIn("auditor");
        visit("/rosenstadt/journal");
        page.click("details.app-fold summary");
        page.selectOption("#actor", new SelectOption().setLabel("jemand an der Kommandozeile"));
        page.click(".au-filters button");
        assertThat(page.locator("#actor")).hasValue("console");
        assertThat(page.locator(".au-entry").first()).containsText("von jemand an der Kommandozeile");
        assertThat(page.locator(".au-entry:not(:has-text('von jemand an der Kommandozeile'))"))
                .hasCount(0);
        assertThat(page.locator("#actor option:has-text('coordinator')")).hasCount(1);

        jdbc.sql("INSERT INTO users (user_id, login, password_hash) VALUES ('someone-elsewhere', 'erna.anders', '')")
                .update();
        visit("/rosenstadt/journal?actor=someone-elsewhere");
        assertThat(page.locator("#actor")).hasValue("someone-elsewhere");
        assertThat(page.locator("#actor option:checked")).hasText("someone-elsewhere");
    }

    @Test
    void a_sample_is_drawn_and_an_entry_marked_without_scripts() {
        open(DESKTOP, "de-DE", false);
        logIn("auditor");
        visit("/rosenstadt/samples?seed=probe&size=3&upTo=3500");
        page.locator("tbody a")
                .filter(new Locator.FilterOptions().setHasText("Prüfen"))
                .first()
                .click();
        page.locator("label[for=finding-OBJECTION]").click();
        page.locator("form.au-form button").click();
        assertThat(page.locator("[role=alert]")).containsText("Bemerkung");
        picture("audit-mark-refused");
        page.locator("#note").fill("Beleg fehlt");
        page.locator("form.au-form button").click();
        assertThat(page.locator("tbody")).containsText("Beleg fehlt");
        assertThat(page.locator("tbody")).containsText("beanstandet");
        picture("audit-sample-1280");
    }

    @Test
    void a_report_is_frozen_by_finance_and_read_by_the_auditor() {
        logIn("finance");
        visit("/rosenstadt/reports/new");
        assertAccessible();
        page.locator("form.au-form button").click();
        assertThat(page.locator("[role=alert] li").first()).hasText("Name: Bitte ausfüllen.");
        assertThat(page.locator("[role=alert] li")).hasCount(3);
        picture("audit-freeze-refused");
        page.fill("#name", "Jahresbericht 2013");
        page.fill("#from", "2013-01-01");
        page.fill("#to", "2013-12-31");
        page.locator("form.au-form button").click();
        assertThat(page.locator("h1")).hasText("Jahresbericht 2013");
        assertThat(page.locator("#main")).containsText("41.301,55 €");
        picture("audit-report-1280");
        assertAccessible();
        String address = page.url().replaceAll("\\?.*", "");
        page.navigate(address + "/delta");
        assertThat(page.locator("h1")).isVisible();
    }

    private String expense() {
        return jdbc.sql("SELECT id FROM funding.expense WHERE partnership = 'rosenstadt' ORDER BY paid_on, id LIMIT 1")
                .query(String.class)
                .single();
    }

    private long lastPosition() {
        return jdbc.sql("SELECT max(position) FROM event WHERE partnership = 'rosenstadt'")
                .query(Long.class)
                .single();
    }
}
