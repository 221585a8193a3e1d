package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;

class NavigationTest extends BrowserTest {
    private static final String NAV = "nav[aria-label='Hauptnavigation'] ";

    @Test
    void opens_on_a_phone_under_one_word_without_scripts() {
        open(PHONE, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt");
        assertThat(page.locator(NAV + "ul").first()).isHidden();
        page.click(NAV + "summary:has-text('Menü')");
        page.click(NAV + "summary:has-text('Menschen')");
        picture("menu-de-320");
        assertAccessible();
        page.click(NAV + "a:has-text('Haushalte')");
        assertThat(page.locator("h1")).hasText("Haushalte");
    }

    @Test
    void can_be_read_in_the_dark_and_says_where_one_is() {
        open(PHONE, "de-DE", true);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        logIn("coordinator");
        visit("/rosenstadt/money/pledges");
        page.click(NAV + "summary:has-text('Menü')");
        page.click(NAV + "summary:has-text('Geld')");
        picture("menu-dark-de-320");
        assertAccessible();
        assertThat(page.locator(NAV + "[aria-current=page]")).hasText("Zusagen");

        // Its address lies below that of another page, in another menu
        visit("/rosenstadt/money/periods");
        assertThat(page.locator(NAV + "[aria-current=page]")).hasText("Festschreibung und Regeln");
    }

    @Test
    void names_each_page_once_to_everyone_and_needs_no_menu_for_a_few() {
        for (String role : List.of("coordinator", "finance", "auditor", "partner", "sponsor", "admin")) {
            open(DESKTOP, "de-DE", true);
            logIn(role);
            visit("/rosenstadt");
            Locator links = page.locator(NAV + "a");
            assertThat(links.allTextContents()).as(role).doesNotHaveDuplicates();
            List<?> addresses = (List<?>) links.evaluateAll("all => all.map(one => one.pathname)");
            assertThat(addresses).as(role).isNotEmpty().doesNotHaveDuplicates();
            int menus = page.locator(NAV + "ul details").count();
            assertThat(menus == 0).as(role).isEqualTo(addresses.size() <= 6);
            assertThat(menus).isLessThanOrEqualTo(4);
        }
    }
}
