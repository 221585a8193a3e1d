package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

class ShownAgainTest extends BrowserTest {
    @Test
    void a_form_with_a_mistake_can_be_reloaded_and_gone_back_to() {
        logIn("coordinator");
        visit("/rosenstadt/sponsors/new");
        page.fill("#name", "Berta Buche");
        page.click("main button[type=submit]");
        assertThat(page.locator("main [role=alert] a").first()).hasAttribute("href", Pattern.compile("#.+"));

        page.reload();
        assertThat(page.locator("main [role=alert]")).isVisible();
        assertThat(page.locator("#name")).hasValue("Berta Buche");

        page.click(".app-brand");
        page.goBack();
        assertThat(page.locator("#name")).hasValue("Berta Buche");
    }

    @Test
    void it_is_shown_at_its_own_address_only() {
        logIn("coordinator");
        visit("/rosenstadt/sponsors/new");
        page.fill("#name", "Berta Buche");
        page.click("main button[type=submit]");
        assertThat(page.locator("main [role=alert]")).isVisible();

        visit("/rosenstadt/households/new" + page.url().replaceFirst("[^?]+", ""));
        assertThat(page.locator("#district")).isVisible();
        assertThat(page.locator("main [role=alert]")).hasCount(0);
    }

    @Test
    void nobody_else_is_shown_it() {
        logIn("coordinator");
        visit("/rosenstadt/sponsors/new");
        page.fill("#name", "Berta Buche");
        page.click("main button[type=submit]");
        assertThat(page.locator("main [role=alert]")).isVisible();
        String there = page.url().replaceFirst("https?://[^/]+", "");

        open(DESKTOP, "de-DE", true);
        logIn("admin");
        visit(there);
        assertThat(page.locator("#name")).hasCount(0);
    }
}
