package org.patenbuch.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server could not take for its own reasons is sent once more with one click. */
class SentAgainTest extends BrowserTest {
    @Autowired
    private Environment settings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void what_could_not_be_written_is_still_there_and_is_sent_once_it_can() throws SQLException {
        open(PHONE, "de-DE", false);
        logIn("coordinator");
        visit("/rosenstadt/sponsors/new");
        page.fill("#name", "Wanda Nochmal");
        page.selectOption("#kind", "FAMILY");
        page.fill("#joinedOn", "2014-01-01");
        String app = settings.getRequiredProperty("spring.datasource.username");

        letServerFail();
        asOwner("REVOKE INSERT ON event FROM " + app);
        try {
            page.click("main form button[type=submit]");
            assertThat(page.locator("main")).containsText("Das lag nicht an Ihnen");
            assertAccessible();
            picture("sent-again-de-320");
            String first = page.locator("main").textContent();
            page.click("main form button[type=submit]");
            assertThat(page.locator("main")).containsText("Das lag nicht an Ihnen");
            assertThat(page.locator("main")).not().hasText(first); // another reference
        } finally {
            asOwner("GRANT INSERT ON event TO " + app);
        }
        long before = entries();
        page.click("main form button[type=submit]");
        assertThat(page.locator("main")).containsText("Wanda Nochmal");
        assertThat(entries()).isGreaterThan(before);
    }

    @Test
    void what_is_refused_for_good_and_what_is_only_looked_at_offer_nothing_of_the_kind() {
        logIn("coordinator");
        visit("/rosenstadt/sponsors/NOBODY");
        assertThat(page.locator("h1")).hasText("Diese Seite gibt es nicht");
        assertThat(page.locator("main form")).hasCount(0);
    }

    private long entries() {
        return jdbc.sql("SELECT count(*) FROM event").query(Long.class).single();
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.flyway.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                Statement owner = connection.createStatement()) {
            owner.execute(statement);
        }
    }
}
