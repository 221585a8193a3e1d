package org.patenbuch.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

class WaysInPagesTest extends BrowserTest {
    @Test
    void who_may_do_what_the_link_that_lets_in_and_the_second_step_are_readable_on_a_phone() {
        open(PHONE, "de-DE", true);
        logIn("admin");
        visit("/rosenstadt/users");
        page.check("#role-AUDITOR");
        page.click("form[action$='/users/invitations'] button");
        assertThat(page.locator(".kern-alert--success code")).containsText("/invitation/");
        String link = page.locator(".kern-alert--success code").textContent();
        picture("users-de-" + PHONE);
        assertAccessible();

        visit("/account/second-factor");
        assertThat(page.locator("svg.app-qr")).isVisible();
        picture("second-factor-de-" + PHONE);
        assertAccessible();

        open(PHONE, "de-DE", true);
        visit(java.net.URI.create(link).getPath());
        picture("invitation-de-" + PHONE);
        assertAccessible();
    }
}
