package org.patenbuch.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.HoursEntry;
import org.patenbuch.engagement.Sight;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.timesheet.Status;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.springframework.beans.factory.annotation.Autowired;

/** A sponsor with a phone 360 pixels wide; she is V-01 of the Rosenstadt scenario. */
class MyHoursPageTest extends BrowserTest {
    private static final int WIDTH = 360;
    private static final int THINKING = 700;

    @Autowired
    private EngagementLists lists;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    private int taps;

    private void openMyHours(String language, boolean scripts) {
        open(WIDTH, language, scripts);
        logIn("sponsor");
        visit("/rosenstadt/my-hours");
    }

    private void tap(String what) {
        page.waitForTimeout(THINKING);
        page.locator(what).first().click();
        taps++;
    }

    private List<HoursEntry> today() {
        LocalDate today = LocalDate.now(clock);
        Sight own = new Sight(true, false, "V-01");
        return lists.hours("rosenstadt", own, Asked.NOW.during(today, today)).items().stream()
                .filter(entry -> entry.status() != Status.WITHDRAWN)
                .toList();
    }

    /** Other tests look at the scenario as it is. */
    @AfterEach
    void takeBack() {
        Who coordinator = new Who("rosenstadt", "tester", EnumSet.of(Role.COORDINATOR), null, null);
        today().forEach(entry -> ledger.send(
                new WithdrawHours(
                        "rosenstadt",
                        "W-" + entry.id(),
                        "V-01",
                        YearMonth.from(entry.on()),
                        entry.id(),
                        Personal.of("rosenstadt/sponsor/V-01", "test")),
                coordinator,
                Origin.screen()));
    }

    @Test
    void a_visit_logged_without_a_connection_is_sent_later_and_counts_once() {
        open(WIDTH + 1, "de-DE", true); // a browser of its own: no other test's worker was ever in it
        logIn("sponsor");
        visit("/rosenstadt/my-hours");
        page.waitForSelector("[data-kept=true]");
        page.context().setOffline(true);
        page.reload();
        Instant started = Instant.now();
        tap(".ph-pick:has-text('Begleitung')");
        tap(".ph-pick:has-text('1,50')");
        tap("button.kern-btn--primary");
        assertThat(page.locator("[data-waiting] li")).containsText("wartet auf Verbindung");
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(taps).isLessThanOrEqualTo(5);
        picture("my-hours-offline-360");
        page.reload();
        assertThat(page.locator("[data-waiting] li")).hasCount(1);

        page.context().setOffline(false);
        assertThat(page.locator("[data-state]")).containsText("Eingetragen");
        page.reload();
        assertThat(page.locator("[data-waiting] li")).hasCount(0);
        page.reload();
        await().untilAsserted(() -> assertThat(today()).hasSize(1));
        assertThat(today().getFirst().minutes()).isEqualTo(90);
    }

    @Test
    void the_last_visits_are_one_tap_each() {
        openMyHours("de-DE", true);
        int minutes = Integer.parseInt(
                page.locator(".ph-taps input[name=minutes]").first().inputValue());
        tap(".ph-tap");
        assertThat(page.locator("[data-state]")).containsText("Eingetragen");
        assertThat(page.locator(".ph-tap").first()).isDisabled();
        await().untilAsserted(() -> assertThat(today()).hasSize(1));
        assertThat(today().getFirst().minutes()).isEqualTo(minutes);
    }

    @Test
    void a_visit_that_was_sent_counts_at_once_and_can_be_taken_back_and_is_no_news_to_who_entered_it() {
        openMyHours("de-DE", true);
        assertThat(page.locator(".ph-month")).hasText("Diesen Monat: 0,00 Std.");
        tap(".ph-tap");
        assertThat(page.locator(".ph-month")).not().hasText("Diesen Monat: 0,00 Std.");
        String today = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(LocalDate.now(clock));
        Locator entered = page.locator("[data-last] li:has-text('" + today + "'):has-text('eingetragen')");
        assertThat(entered.locator("button")).hasText("Zurückziehen");
        page.waitForTimeout(6_000); // what others enter would be told by now
        assertThat(page.locator("[data-live]")).isHidden();
        assertThat(page.locator(".ph-tap").first()).isEnabled();
        entered.locator("button").click();
        assertThat(page.locator(".ph-month")).hasText("Diesen Monat: 0,00 Std.");
    }

    @Test
    void everything_works_without_scripts_and_a_refusal_says_what_to_do() {
        openMyHours("de-DE", false);
        page.locator(".ph-pick:has-text('ohne Haushalt')").click();
        page.locator("button.kern-btn--primary").click();
        assertThat(page.locator("[role=alert]")).containsText("passende Patenschaft");
        assertThat(page).hasTitle("Fehler: Meine Stunden – Patenbuch");
        assertThat(today()).isEmpty();
        page.locator(".ph-pick").first().click();
        page.locator("button.kern-btn--primary").click();
        assertThat(page.locator("[data-state]")).containsText("Eingetragen");
        assertThat(today()).hasSize(1);
    }

    @Test
    void what_was_entered_wrongly_is_taken_back_and_a_month_is_handed_in() {
        openMyHours("de-DE", false);
        page.locator(".ph-tap").first().click();
        assertThat(today()).hasSize(1);
        page.locator("button:has-text('abgeben')").click();
        assertThat(page.locator("[data-state]")).containsText("Eingetragen");
        page.locator("button:has-text('abgeben')").click();
        assertThat(page.locator("[role=alert]")).containsText("nichts Neues abzugeben");
        page.locator("[data-last] button:has-text('Zurückziehen')").first().click();
        assertThat(today()).isEmpty();
    }

    @Test
    void is_accessible() {
        open(PHONE, "de-DE", true);
        logIn("sponsor");
        visit("/rosenstadt/my-hours");
        picture("my-hours-de");
        assertAccessible();
    }

    @Test
    void who_is_no_sponsor_has_no_such_page() {
        logIn("coordinator");
        page.navigate(address("/rosenstadt/my-hours"));
        assertThat(page.locator("h1")).not().containsText("Meine Stunden");
    }
}
