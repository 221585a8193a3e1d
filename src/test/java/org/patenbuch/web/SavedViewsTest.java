package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

class SavedViewsTest extends BrowserTest {
    @Test
    void a_list_with_its_filters_is_named_found_again_and_forgotten() {
        open(PHONE, "de-DE", false);
        logIn("finance");
        visit("/rosenstadt/money/pledges?status=OPEN&q=geheim");
        page.fill("#keep-name", "Offene Zusagen");
        page.click(".app-keep button");

        visit("/rosenstadt?year=2013");
        assertThat(page.locator("h2#saved ~ ul a")).hasText("Offene Zusagen");
        assertThat(page.locator("h2#saved ~ ul a")).hasAttribute("href", "/rosenstadt/money/pledges?status=OPEN");
        assertAccessible();

        page.click("text=Vergessen");
        assertThat(page.locator("h2#saved")).hasCount(0);
    }
}
