package org.patenbuch.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

/** Who has a form open for long is told before the session ends, and can put it off. */
class SessionEndsTest extends BrowserTest {
    /** A browser of its own, for its clock is put forward; else a phone. */
    private static final int PHONE_WITH_A_CLOCK = 322;

    @Test
    void says_so_five_minutes_before_and_puts_it_off_at_a_click() {
        open(PHONE_WITH_A_CLOCK, "de-DE", true);
        page.clock().install();
        logIn("coordinator");
        visit("/rosenstadt/commitments/new");
        Locator note = page.locator("[data-session]");
        page.fill("#text", "Was lange dauert");

        page.clock().fastForward("24:30");
        assertThat(note.locator("p:visible")).hasCount(0);
        page.clock().fastForward("01:00");
        assertThat(note.locator("p:visible"))
                .containsText("In wenigen Minuten werden Sie abgemeldet. Was Sie getippt haben, geht nicht verloren");
        assertThat(page.locator("#text")).isFocused();
        assertAccessible();
        picture("session-ends-de-320");

        page.click("text=Angemeldet bleiben");
        assertThat(note.locator("p:visible")).hasCount(0);
        page.clock().fastForward("24:30");
        assertThat(note.locator("p:visible")).hasCount(0);
        page.clock().fastForward("06:00");
        assertThat(note.locator("p:visible")).containsText("Sie sind abgemeldet");
        assertThat(note.locator("[data-stay]")).isHidden();
        page.click("[data-session] >> text=Schließen");
        assertThat(note.locator("p:visible")).hasCount(0);
        assertThat(page.locator("#text")).hasValue("Was lange dauert");
    }

    /** What is asked for after that is answered by the door, and is no sign that somebody is logged in. */
    @Test
    void goes_on_saying_that_it_is_over_whatever_the_page_asks_for() {
        open(PHONE_WITH_A_CLOCK, "de-DE", true);
        page.clock().install();
        logIn("coordinator");
        visit("/rosenstadt/commitments/new");
        Locator note = page.locator("[data-session] p:visible");
        page.clock().fastForward("31:00");
        assertThat(note).containsText("Sie sind abgemeldet");
        askedForMore();
        assertThat(note).containsText("Sie sind abgemeldet");

        visit("/rosenstadt/commitments/new");
        page.clock().fastForward("26:00");
        assertThat(note).containsText("In wenigen Minuten");
        page.context().clearCookies();
        page.click("text=Angemeldet bleiben");
        assertThat(note).containsText("Sie sind abgemeldet");
        askedForMore();
        assertThat(note).containsText("Sie sind abgemeldet");
    }

    /** The page's own script hears of it first; and another window has asked for something as well. */
    private void askedForMore() {
        page.evaluate("""
                () => new Promise(heard => {
                    new PerformanceObserver(() => heard()).observe({ type: 'resource' });
                    fetch('/app/icon.svg?' + Math.random());
                }).then(() => window.dispatchEvent(new Event('storage')))""");
    }

    @Test
    void says_before_the_last_hour_is_over_that_nothing_puts_it_off_and_how_long_it_all_is() {
        open(PHONE_WITH_A_CLOCK, "en-GB", true);
        page.clock().install();
        logIn("coordinator");
        visit("/rosenstadt/commitments/new?lang=en");
        Locator note = page.locator("[data-session]");
        // The session may be an older one of these tests
        long left = Long.parseLong(note.getAttribute("data-left"));
        page.clock().fastForward((left - 4 * 60) * 1000);
        // Another window has asked for something all the time
        page.evaluate("""
                () => {
                    localStorage.setItem('session-ends', String(Date.now() + 30 * 60 * 1000));
                    window.dispatchEvent(new Event('storage'));
                }""");

        assertThat(note.getByText("you will be logged out, 12 hours after")).isVisible();
        assertThat(note.locator("[data-stay]")).isHidden();

        visit("/help#session");
        assertThat(page.locator("section[aria-labelledby=session]")).containsText("nothing for 30 minutes");
        page.context().clearCookies();
        visit("/login?lang=en");
        assertThat(page.locator("main")).containsText("after 30 minutes in which you do nothing, and after 12 hours");
        assertThat(page.locator("[data-session]")).hasCount(0);
    }
}
