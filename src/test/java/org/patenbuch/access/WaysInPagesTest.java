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

    @Test
    void an_invitation_lacking_whom_it_is_for_says_so_at_the_field_and_keeps_what_was_chosen() {
        open(DESKTOP, "de-DE", true);
        logIn("admin");
        visit("/rosenstadt/users");
        page.check("#role-SPONSOR");
        page.fill("#of", "Anna Ahorn");
        page.click("form[action$='/users/invitations'] button");

        assertThat(page.locator("[role=alert] a[href='#of']")).containsText("die Kennung aus der Liste");
        assertThat(page.locator("#of-wrong")).isVisible();
        assertThat(page.locator("#role-SPONSOR")).isChecked();
        assertThat(page.locator("#of")).hasValue("Anna Ahorn");
        assertThat(page.locator("#of")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void a_key_for_too_long_says_so_at_the_field_and_keeps_what_was_chosen() {
        open(DESKTOP, "de-DE", true);
        logIn("coordinator");
        visit("/account");
        page.fill("#name", "Auswertung");
        page.fill("#days", "900");
        page.check("#mayWrite");
        page.click("form[action$='/account/tokens'] button");

        assertThat(page.locator("[role=alert] a[href='#days']")).isVisible();
        assertThat(page.locator("#days-wrong")).isVisible();
        assertThat(page.locator("#days")).hasValue("900");
        assertThat(page.locator("#name")).hasValue("Auswertung");
        assertThat(page.locator("#mayWrite")).isChecked();
    }
}
