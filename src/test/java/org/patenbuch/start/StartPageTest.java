package org.patenbuch.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.BrowserTest;
import org.patenbuch.kernel.Who;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with answers of a known size; that the views give these answers is for their own tests to say. */
@Import(StartPageTest.SamplePage.class)
class StartPageTest extends BrowserTest {
    @Controller
    static class SamplePage {
        @GetMapping("/{partnership}/sample")
        String sample(Who who, Model model) {
            model.addAttribute("year", Sample.YEAR);
            model.addAttribute("years", new TreeSet<>(List.of(2012, 2013, 2014)));
            model.addAttribute("to", LocalDate.of(Sample.YEAR, 12, 31));
            model.addAttribute("who", who);
            model.addAttribute("overview", Overview.of(who, Sample::funding, Sample::engagement));
            return "start/start";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, 320, de-DE", "coordinator, 320, en-GB", "coordinator, 1280, de-DE", "coordinator, 1280, en-GB",
        "partner, 320, de-DE", "sponsor, 320, en-GB", "finance, 1280, de-DE", "admin, 1280, de-DE"
    })
    void is_accessible_on_phone_and_desk_in_both_languages(String login, int width, String language) {
        open(width, language, true);
        logIn(login);
        visit("/rosenstadt/sample");
        page.waitForTimeout(300);

        picture("start-" + login + "-" + language + "-" + width);
        assertAccessible();
    }

    @Test
    void writes_amounts_and_hours_as_people_of_each_language_do() {
        logIn("coordinator");
        visit("/rosenstadt/sample");
        assertThat(page.locator("main")).containsText("41.301,55 €");
        assertThat(page.locator("main")).containsText("2.487,25 Std.");
        assertThat(page.locator("main")).containsText("Kassenstand am 31.12.2013");

        page.click("a[hreflang=en]");
        assertThat(page.locator("main")).containsText("€41,301.55");
        assertThat(page.locator("main")).containsText("2,487.25 h");
        assertThat(page.locator("main")).containsText("Cash balance on 31 December 2013");
    }

    @Test
    void draws_each_chart_from_the_table_beside_it_and_says_so_to_screen_readers() {
        logIn("coordinator");
        visit("/rosenstadt/sample");

        assertThat(page.locator("figure[data-chart] svg")).hasCount(2);
        assertThat(page.getByRole(AriaRole.IMG)).hasCount(2);
        assertThat(page.locator("[data-chart-box]").first())
                .hasAttribute("aria-label", "Eingegangen und ausgegeben 2013, nach Monaten");
        assertThat(page.locator("figure[data-chart] svg").first()).containsText("Dez");
    }

    @Test
    void shows_every_number_without_scripts_and_no_empty_chart() {
        open(DESKTOP, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt/sample");

        assertThat(page.locator("#money-months tbody tr")).hasCount(12);
        assertThat(page.locator("figure[data-chart]").first()).isHidden();
    }

    @Test
    void leaves_names_of_sponsors_out_of_the_page_of_a_partner() {
        logIn("partner");
        visit("/rosenstadt/sample");

        assertThat(page.content()).contains("6.126,55").doesNotContain("Anna Ahorn", "Wohnungsgenossenschaft");
    }
}
