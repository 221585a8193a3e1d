package org.patenbuch.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

/** The coordinator at a desk: hours of many by keyboard, months approved, the dialogue on record. */
class CoordinatorPagesTest extends BrowserTest {
    private static final String[] PAGES = {
        "/rosenstadt/people/hours",
        "/rosenstadt/people/timesheets?month=2012-03",
        "/rosenstadt/people/timesheets/V-08/2012-03",
        "/rosenstadt/dialogue",
        "/rosenstadt/people/sponsors?q=Ahorn",
        "/rosenstadt/people/sponsors/V-01",
        "/rosenstadt/sponsors/V-01/profile",
        "/rosenstadt/people/sponsorships/M-001",
        "/rosenstadt/people/households?q=H-00",
        "/rosenstadt/people/households/H-006",
        "/rosenstadt/hour-claims"
    };

    @BeforeEach
    void logIn() {
        logIn("coordinator");
    }

    private void type(String text, String... keys) {
        page.keyboard().type(text);
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private String field(int row, String name) {
        return page.locator("tbody tr").nth(row).locator("[name=" + name + "]").inputValue();
    }

    @Test
    void hours_of_many_are_entered_by_keyboard_and_what_is_refused_stays_and_says_why() {
        visit("/rosenstadt/people/hours");
        page.locator("[name=who]").first().focus();
        type("V-99", "Tab");
        page.locator("[name=on]").first().fill("2011-02-01");
        page.locator("[name=minutes]").first().focus();
        type("1:30", "Enter");
        assertThat(field(1, "who")).isEqualTo("V-99");
        assertThat(field(1, "on")).isEqualTo("2011-02-01");
        page.locator("[name=minutes]").nth(1).focus();
        type("nonsense");
        page.locator("[name=minutes]").nth(2).focus();
        type("45");
        assertThat(page.locator("[data-total]")).containsText("2 · 2:15");
        page.locator("button.kern-btn--primary").click();

        Locator problems = page.locator(".pp-problem");
        assertThat(problems).hasCount(3);
        assertThat(problems.first()).containsText("V-99 gibt es");
        assertThat(problems.nth(1)).containsText("Dauer: Bitte");
        assertThat(problems.nth(2)).containsText("Patin, Pate und Patenschaft: Bitte ausfüllen.");
        assertThat(field(1, "minutes")).isEqualTo("nonsense");
        assertThat(page.locator("main [role=alert] a")).hasCount(3);
        page.locator("main [role=alert] a").nth(1).click();
        assertThat(page.locator("[name=minutes]").nth(1)).isFocused();
        assertThat(page.locator("[name=minutes]").nth(1)).hasAccessibleDescription(Pattern.compile("Dauer: Bitte.*"));
        assertThat(page.locator("[name=who]").nth(1)).not().hasAttribute("aria-invalid", "true");
        picture("grid-refused-de");
        assertAccessible();
    }

    @Test
    void a_row_without_a_duration_is_kept_and_where_there_is_no_other_it_says_what_is_missing() {
        visit("/rosenstadt/people/hours");
        page.locator("[name=who]").first().fill("V-08");
        page.locator("[name=on]").first().fill("2011-03-02");
        page.locator("button.kern-btn--primary").click();

        assertThat(page.locator(".pp-problem")).containsText("Bitte die Dauer ausfüllen");
        assertThat(field(0, "who") + " " + field(0, "on")).isEqualTo("V-08 2011-03-02");
    }

    @Test
    void good_rows_are_entered_and_leave_the_grid() {
        visit("/rosenstadt/people/hours?sponsor=V-08");
        page.locator("[name=on]").first().fill("2011-03-01");
        page.locator("[name=minutes]").first().fill("0:45");
        page.locator("[name=activity]").first().selectOption("MEETING");
        page.locator("button.kern-btn--primary").click();
        assertThat(page.locator("[role=status]")).containsText("V-08 · 2011-03-01 · 0:45");
        assertThat(page.locator(".pp-problem")).hasCount(0);
        assertThat(field(0, "minutes")).isEmpty();
    }

    /** Everything of the demonstration lies years back; on the third of a month the last one waits. */
    @Test
    void who_comes_to_approve_hours_comes_to_a_month_that_waits_and_from_there_to_the_one_before() {
        visit("/rosenstadt");
        page.locator("a:has-text('die freizugeben sind')").click();
        String last = page.inputValue("#month");
        assertThat(page.locator("tbody tr").first()).containsText("offen");
        page.locator("a:has-text('Davor warten noch Stunden')").click();
        assertThat(page.locator("tbody tr").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.inputValue("#month")).isLessThan(last);

        visit("/rosenstadt/people/timesheets?month=1999-01");
        assertThat(page.locator("main")).containsText("keine Stunden eingetragen");
        assertThat(page.locator("a:has-text('Davor warten')")).hasCount(0);
    }

    @Test
    void a_month_is_returned_approved_and_taken_back() {
        visit("/rosenstadt/people/hours?sponsor=V-08");
        for (int row = 0; row < 2; row++) {
            page.locator("[name=who]").nth(row).fill("V-08");
            page.locator("[name=on]").nth(row).fill("2011-04-0" + (row + 1));
            page.locator("[name=minutes]").nth(row).fill("60");
            page.locator("[name=activity]").nth(row).selectOption("TRAINING");
        }
        page.locator("button.kern-btn--primary").click();

        visit("/rosenstadt/people/timesheets?month=2011-04");
        assertThat(page.locator("tbody tr")).containsText("offen");
        page.locator("[data-approve-all]").click();
        assertThat(page.locator("tbody tr")).containsText("freigegeben");
        visit("/rosenstadt/people/timesheets/V-08/2011-04");
        page.fill("#revocation-reason", "zu früh");
        page.locator("button:has-text('Freigabe aufheben')").click();
        page.locator("input[name=comment]").first().fill("Welcher Tag?");
        page.locator("button:has-text('Zurückgeben')").first().click();
        assertThat(page.locator(".ph-list li").first()).containsText("Welcher Tag?");
        visit("/rosenstadt/people/timesheets?month=2011-04");
        assertThat(page.locator("tbody tr")).containsText("zurückgegeben");
        page.locator("input[type=checkbox]").check();
        page.locator("button:has-text('Angekreuzte')").click();
        visit("/rosenstadt/people/timesheets/V-08/2011-04");
        assertThat(page.locator(".ph-list li").nth(1)).containsText("freigegeben");
        visit("/rosenstadt/hour-claims");
        page.locator("summary:has-text('Stunden anrechnen')").click();
        page.fill("#claim-funder", "P-LKR");
        page.fill("#claim-from", "2011-04-01");
        page.fill("#claim-to", "2011-04-30");
        page.locator("details[open] button").click();
        assertThat(page.locator("[role=alert]")).containsText("was eine Stunde wert ist");
    }

    @Test
    void the_dialogue_is_recorded_and_what_is_due_is_done() {
        visit("/rosenstadt/dialogue");
        assertThat(page.locator("[data-thanks] li:has-text('V-01')")).hasCount(1);
        page.locator("summary:has-text('Zusicherung eintragen')").click();
        page.fill("#commitment-madeOn", "2013-03-01");
        page.fill("#commitment-by", "Sparkasse");
        page.locator("details[open] button").click();
        assertThat(page.locator("#commitment-text-wrong")).containsText("Bitte ausfüllen");
        assertThat(page.locator("#commitment-by")).hasValue("Sparkasse");
        page.fill("#commitment-text", "bezahlt die Schulung");
        page.fill("#commitment-dueOn", "2013-05-31");
        page.locator("details[open] button").click();
        assertThat(page.locator("[data-due] li:has-text('Sparkasse')")).hasCount(1);
        picture("dialogue-de");
        page.locator("[data-due] button").first().click();
        assertThat(page.locator("[data-due] li:has-text('Sparkasse')")).hasCount(0);

        page.locator("summary:has-text('Treffen eintragen')").click();
        page.fill("#meeting-heldOn", "2013-03-01");
        page.fill("#meeting-title", "Runder Tisch");
        page.fill("#meeting-participants", "Frau Sonne\nHerr Mond");
        page.fill("#meeting-summary", "Geld für drei Jahre");
        page.locator("details[open] button").click();
        assertThat(page.locator("main")).containsText("Frau Sonne, Herr Mond");
    }

    @Test
    void every_page_is_accessible_on_a_phone() {
        open(PHONE, "de-DE", true);
        logIn("coordinator");
        for (String path : PAGES) {
            visit(path);
            picture("phone" + path.replaceAll("\\W+", "-"));
            assertAccessible();
        }
    }

    @Test
    void an_auditor_reads_and_is_offered_nothing_to_do() {
        open(DESKTOP, "de-DE", true);
        logIn("auditor");
        visit("/rosenstadt/people/timesheets?month=2012-03");
        assertThat(page.locator("main button:has-text('freigeben')")).hasCount(0);
        visit("/rosenstadt/dialogue");
        assertThat(page.locator("main form")).hasCount(0);
        visit("/rosenstadt/people/hours");
        assertThat(page.locator("[data-grid]")).hasCount(0);
    }

    @Test
    void a_waiting_household_is_given_one_of_those_suggested() {
        visit("/rosenstadt/people/households/H-006");
        assertThat(page.locator(".ph-list a[href*='/people/sponsors/']").first())
                .hasText(Pattern.compile("V-\\d\\d \\S+ \\S+"));
        assertThat(page.locator(".ph-list li").first()).containsText("11.12.2010 bis 18.07.2013");
        // All certificates of the scenario have run out by now
        assertThat(page.locator("main")).containsText("Zurzeit darf niemand");
        page.fill("#on", "2013-12-01");
        page.locator("button:has-text('Zeigen')").click();
        Locator first = page.locator("[data-suggested] > li").first();
        assertThat(first).containsText("Freie Plätze");
        picture("household-de");
        first.locator("summary").click();
        first.locator("input[name=from]").fill("2009-01-01");
        first.locator("textarea[name=scope]").fill("Hausaufgaben");
        first.locator("button").click();
        assertThat(page.locator("[role=alert]")).containsText("kann am 01.01.2009 keine Patenschaft beginnen");
        assertThat(page.locator("[data-suggested] details[open] textarea")).hasValue("Hausaufgaben");
    }

    @Test
    void the_path_of_a_sponsor_is_entered_step_by_step() {
        visit("/rosenstadt/people/sponsors");
        page.locator("main a:has-text('neu aufnehmen')").click();
        page.fill("#name", "Zoe Zeder");
        page.selectOption("#kind", "SOCIAL");
        page.fill("#joinedOn", "2014-05-01");
        page.locator("main form button").click();
        assertThat(page.locator("h1")).hasText("Zoe Zeder");
        assertThat(page.locator("main")).containsText("interessiert");
        page.locator("summary:has-text('Gespräch geführt')").click();
        page.fill("#interview-heldOn", "2014-05-02");
        page.locator("details[open] button").click();
        assertThat(page.locator("[data-path]")).containsText("02.05.2014");
        page.locator("summary:has-text('Führungszeugnis eingesehen')").click();
        page.fill("#certificate-seenOn", "2014-05-03");
        page.locator("details[open] button").click();
        assertThat(page.locator("details[open] .kern-error")).containsText("Bitte ausfüllen");
        page.locator("label:has-text('nein')").click();
        page.locator("details[open] button").click();
        assertThat(page.locator("main")).containsText("die Schulung fehlt");
        picture("sponsor-de");
    }
}
