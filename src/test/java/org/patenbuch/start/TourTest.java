package org.patenbuch.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TourTest extends BrowserTest {
    private static final Map<String, Integer> STEPS =
            Map.of("coordinator", 3, "finance", 3, "auditor", 3, "partner", 2, "sponsor", 2, "admin", 1);

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void forget() {
        jdbc.sql("DELETE FROM tour_seen").update();
    }

    @Test
    void greets_every_role_with_where_its_work_begins() {
        STEPS.forEach((login, steps) -> {
            open(PHONE, "de-DE", false);
            logIn(login);
            visit("/rosenstadt");
            assertThat(page.locator(".app-tour h2")).hasText("Willkommen bei Patenbuch");
            assertThat(page.locator(".app-tour li a")).hasCount(steps);
        });
        picture("tour-de-320");
        assertAccessible();
    }

    @Test
    void is_put_away_for_good_and_by_one_person_only() {
        logIn("auditor");
        visit("/rosenstadt");
        page.click(".app-tour button");
        assertThat(page.locator(".app-tour")).hasCount(0);
        visit("/rosenstadt");
        assertThat(page.locator(".app-tour")).hasCount(0);
        visit("/rosenstadt?tour=true");
        assertThat(page.locator(".app-tour")).hasCount(1);

        open(DESKTOP, "de-DE", true);
        logIn("coordinator");
        visit("/rosenstadt");
        assertThat(page.locator(".app-tour")).hasCount(1);
    }
}
