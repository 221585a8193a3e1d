package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchPageTest extends BrowserTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void finds_people_partners_and_amounts_from_any_page() {
        open(PHONE, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt/imports");
        look("ahorn");
        assertThat(page.locator("h2#sponsors ~ ul")).containsText("Ahorn");

        look("sparkas");
        assertThat(page.locator("h2#partners ~ ul")).containsText("Sparkasse Rosenland");

        look("1.250,00");
        assertThat(page.locator("h2#contributions ~ ul")).containsText("1.250,00 €");
        picture("search-de-320");
        assertAccessible();

        look("gibtesnicht");
        assertThat(page.locator("main")).containsText("nichts gefunden");
    }

    @Test
    void shows_a_partner_its_own_and_a_sponsor_no_box_at_all() {
        logIn("partner");
        visit("/rosenstadt");
        look("2013");
        assertThat(page.content()).doesNotContain("P-WGR");
        visit("/rosenstadt/search?q=ahorn");
        assertThat(page.locator("main")).containsText("nichts gefunden");

        open(DESKTOP, "de-DE", true);
        logIn("sponsor");
        visit("/rosenstadt");
        assertThat(page.locator("#search-q")).hasCount(0);
        assertThat(page.navigate(address("/rosenstadt/search?q=a")).status()).isEqualTo(404);
    }

    @Test
    void the_database_reads_words_as_the_search_box_does() {
        for (String text : List.of("Müller & Söhne GmbH", "Straße 5", "Œuvre", "ÄÖÜ ß é Ñ", "E-2013_07/b")) {
            for (String word : Sought.plain(text).split(" ")) {
                boolean found = jdbc.sql("SELECT search_words(?) @@ to_tsquery('simple', ?)")
                        .params(text, word + ":*")
                        .query(Boolean.class)
                        .single();
                assertThat(found).as(word + " in " + text).isTrue();
            }
        }
    }

    private void look(String text) {
        page.fill("#search-q", text);
        page.locator("#search-q").press("Enter");
        assertThat(page.locator("h1")).hasText("Suche");
    }
}
