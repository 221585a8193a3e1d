package org.patenbuch.impact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;

class ImpactPagesTest extends BrowserTest {
    private static final Funding.PartnerLine SOMEONE = new Funding.PartnerLine("P-1", "Jemand", 0, 0, 0, 0);

    @Test
    void shows_a_partner_what_its_money_did_and_no_other_partner() {
        open(PHONE, "de-DE", true);
        logIn("partner");
        visit("/rosenstadt/impact/P-SPK?year=2013");
        assertThat(page.locator("main")).containsText("6.126,55 €");
        assertThat(page.locator("main")).containsText("2.487,25 Std.");
        assertThat(page.content()).doesNotContain("Ahorn");
        picture("impact-de-320");
        assertAccessible();

        var pdf = page.request().get(address("/rosenstadt/impact/P-SPK.pdf?year=2013"));
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5)).isEqualTo("%PDF-");
        assertThat(page.request()
                        .get(address("/rosenstadt/impact/P-WGR?year=2013"))
                        .status())
                .isEqualTo(404);
    }

    /** In 2014 it gave money as well, and none of it has been spent. */
    @Test
    void begins_with_the_last_year_in_which_the_money_paid_for_something() {
        logIn("partner");
        visit("/rosenstadt/impact");
        assertThat(page.locator("h1")).containsText("Sparkasse Rosenland, 2013");
    }

    @Test
    void does_not_count_people_who_are_too_few_to_stay_unknown() {
        Impact few = Impact.of(2013, SOMEONE, List.of(), new Engagement.Totals(60, 60, 1, 4, 4));
        Impact enough = Impact.of(2013, SOMEONE, List.of(), new Engagement.Totals(60, 60, 1, 5, 5));

        assertThat(few.households()).isNull();
        assertThat(few.sponsors()).isNull();
        assertThat(enough.households()).isEqualTo(5);
    }
}
