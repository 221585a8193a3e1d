package org.patenbuch.dossier;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

class PersonsPageTest extends BrowserTest {
    @Test
    void what_goes_when_the_consents_and_one_persons_page_are_readable_on_a_phone() {
        open(PHONE, "de-DE", true);
        logIn("coordinator");
        for (String path : new String[] {"persons", "persons/consents", "persons/sponsors/V-02"}) {
            visit("/rosenstadt/" + path);
            picture(path.replace('/', '-') + "-de-" + PHONE);
            assertAccessible();
        }
    }

    @Test
    void a_reason_to_keep_data_is_placed_and_a_wrong_one_is_refused_without_any_script() {
        open(DESKTOP, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt/persons/sponsors/V-02");
        page.click("summary:has-text('Aufbewahrung festhalten')");
        page.fill("#hold-norm", "§ 104 SGB X");
        page.fill("#hold-until", "2001-01-01");
        page.click("button:has-text('Aufbewahrung festhalten')");
        assertThat(page.locator("[role=alert]")).containsText("schon vorbei");
        picture("persons-refused-de-1280");

        page.fill("#hold-until", "");
        page.click("button:has-text('Aufbewahrung festhalten')");
        assertThat(page.locator("[role=alert] a[href='#hold-until']")).hasText("Bis einschließlich: Bitte ausfüllen.");
        assertThat(page.locator("#hold-until-wrong")).hasText("Bitte ausfüllen.");
        assertThat(page.locator("#hold-norm")).hasValue("§ 104 SGB X");
        page.fill("#hold-until", "2100-12-31");
        page.click("button:has-text('Aufbewahrung festhalten')");

        assertThat(page.locator("#facts + div")).containsText("§ 104 SGB X");
        assertThat(page.locator("[role=alert]")).hasCount(0);
    }
}
