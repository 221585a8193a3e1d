package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.BrowserTest;

class HelpPageTest extends BrowserTest {
    @ParameterizedTest
    @CsvSource({"320, de-DE, Hilfe", "1280, en-GB, Help"})
    void is_there_for_everyone_before_login_and_accessible(int width, String language, String title) {
        open(width, language, true);
        visit("/login");
        page.click("footer a");

        assertThat(page.locator("h1")).hasText(title);
        picture("help-" + language + "-" + width);
        assertAccessible();
    }
}
