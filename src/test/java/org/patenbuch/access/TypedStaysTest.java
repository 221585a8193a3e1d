package org.patenbuch.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.BrowserTest;

/** Nothing somebody has typed is lost because the session ended before it was sent: with scripts and without. */
class TypedStaysTest extends BrowserTest {
    private static final String TEXT = "Lange getippt";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_typed_is_sent_after_logging_in_again_in_a_new_window(boolean scripts) {
        open(PHONE, "de-DE", scripts);
        logIn("coordinator");
        visit("/rosenstadt/commitments/new");
        page.fill("#text", TEXT);
        page.context().clearCookies();

        page.click("main form button[type=submit]");
        assertThat(page.locator("h1")).hasText("Das ist noch nicht gespeichert");
        assertThat(page.locator("main")).containsText("Sie sind inzwischen abgemeldet");
        assertAccessible();
        picture("not-sent-de-320" + scripts);
        page.click("main form button[type=submit]"); // too early: it is still there
        assertThat(page.locator("main")).containsText("Sie sind inzwischen abgemeldet");

        Page window = page.context().waitForPage(() -> page.click("text=Melden Sie sich in einem neuen Fenster an"));
        window.fill("#username", "coordinator");
        window.fill("#password", PASSWORD);
        window.click("button.kern-btn--primary");
        assertThat(window).hasURL(Pattern.compile("/rosenstadt$"));
        window.close();
        page.click("main form button[type=submit]");
        assertThat(page.locator("main")).containsText("neu angemeldet, als „coordinator“");
        assertAccessible();
        picture("not-sent-again-de-320" + scripts);
        page.click("main form button[type=submit]");

        // It got through: the desk says what is missing, and keeps what there is
        assertThat(page.locator("main [role=alert]")).isVisible();
        assertThat(page.locator("#text")).hasValue(TEXT);
        assertThat(page).hasURL(Pattern.compile("/rosenstadt/commitments(/new)?(\\?answer=.*)?$"));
    }
}
