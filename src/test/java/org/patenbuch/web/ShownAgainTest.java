package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.sponsor.SponsorCommand.DescribeSponsor;
import org.springframework.beans.factory.annotation.Autowired;

class ShownAgainTest extends BrowserTest {
    @Autowired
    private Ledger ledger;

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
    void a_form_somebody_else_was_faster_with_can_be_reloaded_without_being_sent_again() {
        logIn("coordinator");
        visit("/rosenstadt/sponsors/V-09/profile");
        var faster = new DescribeSponsor("rosenstadt", "faster", "V-09", List.of("tr"), List.of("Nordstadt"));
        ledger.send(faster, new Who("rosenstadt", "console", Set.of(Role.COORDINATOR), null, null), Origin.screen());
        page.fill("#districts", "Altstadt");
        page.click("main button[type=submit]");
        assertThat(page.locator("main [role=alert]")).containsText("jemand an der Kommandozeile, ");

        assertThat(page).hasURL(Pattern.compile("/V-09/profile\\?answer="));
        assertThat(page.reload().status()).isEqualTo(409);
        assertThat(page.locator("main [role=alert]")).isVisible();
        assertThat(page.locator("#districts")).hasValue("Altstadt");
        page.click("main button[type=submit]");
        assertThat(page.locator("main")).containsText("Altstadt");
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
