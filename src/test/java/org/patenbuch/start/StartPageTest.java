package org.patenbuch.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page with the Rosenstadt scenario; the figures are those of an independent reading of its files. */
class StartPageTest extends BrowserTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "coordinator, 320, de-DE",
        "coordinator, 1280, en-GB",
        "partner, 320, de-DE",
        "sponsor, 320, en-GB",
        "finance, 1280, de-DE"
    })
    void is_accessible_on_phone_and_desk_in_both_languages(String login, int width, String language) {
        open(width, language, true);
        logIn(login);
        visit("/rosenstadt?year=2013");
        picture("start-" + login + "-" + language + "-" + width);
        assertAccessible();
    }

    @Test
    void writes_amounts_and_hours_as_people_of_each_language_do() {
        logIn("coordinator");
        visit("/rosenstadt?year=2013");
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
        visit("/rosenstadt?year=2013");

        assertThat(page.locator("figure[data-chart] svg")).hasCount(2);
        assertThat(page.locator("[data-chart-box][role=img]")).hasCount(2);
        assertThat(page.locator("[data-chart-box]").first())
                .hasAttribute("aria-label", "Eingegangen und ausgegeben 2013, nach Monaten");
        assertThat(page.locator("figure[data-chart] svg").first()).containsText("Dez");
    }

    @Test
    void shows_every_number_without_scripts_and_no_empty_chart() {
        open(DESKTOP, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt?year=2013");

        assertThat(page.locator("#money-months tbody tr")).hasCount(12);
        assertThat(page.locator("figure[data-chart]").first()).isHidden();
    }

    @Test
    void leaves_names_of_sponsors_out_of_the_page_of_a_partner() {
        logIn("partner");
        visit("/rosenstadt?year=2013");

        assertThat(page.content()).contains("6.126,55").doesNotContain("Anna Ahorn", "Wohnungsgenossenschaft");
    }

    @Test
    void says_plainly_that_a_year_has_no_hours_yet() {
        logIn("coordinator");
        visit("/rosenstadt?year=2014");

        assertThat(page.locator("main")).containsText("Für dieses Jahr sind noch keine Stunden verzeichnet.");
        picture("start-2014");
        assertAccessible();
    }

    @Test
    void opens_with_the_latest_year_that_has_both_money_and_hours() {
        logInByHand("coordinator");

        assertThat(page.locator("h1")).hasText("Überblick 2013");
    }

    @Test
    void shows_the_figures_of_a_month_under_the_pointer_without_breaking_the_policy() {
        logIn("coordinator");
        visit("/rosenstadt?year=2013");
        page.locator("[data-chart-box]").first().hover();

        assertThat(page.locator("figure[data-chart] svg").first()).containsText("Ausgegeben: ");
    }

    @Test
    void can_be_walked_by_keyboard_straight_to_the_content() {
        logIn("coordinator");
        visit("/rosenstadt?year=2013");
        assertThat(page.locator("h1")).containsText("2013"); // else the key may still go to the page before
        page.keyboard().press("Tab");
        assertThat(page.locator(".app-skip")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void lets_someone_who_belongs_to_several_partnerships_choose() {
        String login = belongingTo("rosenstadt", "wiesental");
        logIn(login);
        visit("/");

        assertThat(page.locator("main a"))
                .hasText(new String[] {"Verantwortungspartnerschaft Rosenstadt", "wiesental"});
        picture("choice");
        assertAccessible();
        page.click("text=wiesental");
        assertThat(page).hasURL(address("/wiesental"));
        assertThat(page.locator("main")).containsText("noch kein Geld");
    }

    @Test
    void tells_someone_who_belongs_to_none_whom_to_ask() {
        logIn(belongingTo());
        visit("/");

        assertThat(page.locator("main")).containsText("Sie gehören noch zu keiner Partnerschaft.");
    }

    /** Made like one of the demonstration's people, with their password. */
    private String belongingTo(String... partnerships) {
        String login = "someone-" + partnerships.length;
        jdbc.sql("""
                        INSERT INTO users (user_id, login, password_hash, demo)
                        SELECT :login, :login, password_hash, true FROM users WHERE login = 'coordinator'""").param("login", login).update();
        for (String partnership : partnerships) {
            jdbc.sql("INSERT INTO membership (user_id, partnership, role) VALUES (?, ?, 'COORDINATOR')")
                    .params(login, partnership)
                    .update();
        }
        return login;
    }

    @ParameterizedTest
    @CsvSource({"/rosenstadt?year=1, 404", "/rosenstadt?year=abc, 400", "/rosenstadt/nowhere, 404", "/elsewhere, 404"})
    void answers_a_wrong_address_with_a_page_in_plain_words(String path, int status) {
        logIn("coordinator");
        assertThat(page.navigate(address(path)).status()).isEqualTo(status);

        assertThat(page.locator("main")).containsText("Fehler " + status);
        if (status == 400) assertAccessible();
    }
}
