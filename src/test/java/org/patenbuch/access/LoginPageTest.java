package org.patenbuch.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.BrowserTest;

class LoginPageTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({"320, de-DE", "320, en-GB", "1280, de-DE", "1280, en-GB"})
    void is_accessible_also_after_a_mistake(int width, String language) {
        open(width, language, true);
        visit("/login");
        assertAccessible();
        picture("login-" + language + "-" + width);

        page.fill("#username", "coordinator");
        page.fill("#password", "wrong");
        page.click("button.kern-btn--primary");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .isVisible();
        assertThat(page.locator("#username")).hasValue("coordinator");
        assertAccessible();
        picture("login-refused-" + language + "-" + width);
    }

    @Test
    void leads_to_the_page_that_was_wanted() {
        visit("/rosenstadt?year=2012");
        page.fill("#username", "coordinator");
        page.fill("#password", PASSWORD);
        page.click("button.kern-btn--primary");

        assertThat(page).hasURL(address("/rosenstadt?year=2012"));
    }

    @Test
    void stays_where_it_is_when_the_language_changes_and_keeps_the_language() {
        logIn("coordinator");
        visit("/rosenstadt?year=2012");
        page.click("a[hreflang=en]");

        assertThat(page.locator("h1")).hasText("Overview 2012");
        page.click(".app-year >> text=2013");
        assertThat(page.locator("h1")).hasText("Overview 2013");
    }

    @Test
    void logging_out_ends_the_session_not_only_the_page() {
        logInByHand("coordinator");
        String session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("patenbuch"))
                .findFirst()
                .orElseThrow()
                .value;
        page.click(".app-session button");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .isVisible();
        picture("login-bye");

        page.context()
                .addCookies(java.util.List.of(
                        new com.microsoft.playwright.options.Cookie("patenbuch", session).setUrl(address("/"))));
        visit("/rosenstadt");
        assertThat(page).hasURL(address("/login"));
    }

    @Test
    void works_without_scripts() {
        open(DESKTOP, "de-DE", false);
        logInByHand("coordinator");

        assertThat(page).hasURL(address("/rosenstadt"));
    }
}
