package org.patenbuch.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.print.Judge;

/** The Rosenstadt year on screen and on paper; the figures are those of an independent reading of its files. */
class PeoplePageTest extends BrowserTest {
    private String printed(String path) throws Exception {
        APIResponse answer = page.request().get(address(path));
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(Judge.complaints(answer.body())).as(path).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            Files.createDirectories(Path.of("target/print"));
            Files.write(Path.of("target/print", path.replaceAll("\\W+", "-") + ".pdf"), answer.body());
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
        }
    }

    @Test
    void the_rosenstadt_year_stands_on_the_screen() {
        open(DESKTOP, "de-DE", true);
        logIn("coordinator");
        visit("/rosenstadt/people?year=2013");
        assertThat(page.locator("main")).containsText("2.487,25 Std.");
        assertThat(page.locator("[data-by-sponsor] tbody tr")).hasCount(43);
        // Found by counting in the files: these six logged nothing in December, V-16 though accompanying somebody
        assertThat(page.locator("[data-silent] tbody tr")).hasCount(6);
        assertThat(page.locator("[data-silent] tbody tr:has-text('V-16') td").first())
                .hasText("1");
        assertThat(page.locator("[data-certificates] tbody tr").first()).containsText("V-11");
        assertThat(page.locator("[data-certificates] tbody tr").first()).containsText("17.03.2015");
        assertThat(page.locator("[data-certificates] tbody tr").nth(1)).containsText("V-09");
        // 29,493.62 euro in all, of which 26,906.00 for coordination, by 2,487.25 hours and 52 households
        assertThat(page.locator("[data-cost] tbody tr:has-text('Koordination')"))
                .containsText("10,82\u00a0€");
        assertThat(page.locator("[data-cost] tbody tr:has-text('Koordination')"))
                .containsText("517,42\u00a0€");
        assertThat(page.locator("[data-cost] tfoot")).containsText("11,86\u00a0€");
        assertThat(page.locator("[data-cost] tfoot")).containsText("567,19\u00a0€");
        picture("people-2013-de-1280");
    }

    @Test
    void is_accessible_on_a_phone() {
        open(PHONE, "en-GB", true);
        logIn("coordinator");
        visit("/rosenstadt/people?year=2013");
        assertAccessible();
        visit("/rosenstadt/people");
        assertThat(page.locator("h1")).containsText("People and hours 20");
    }

    @Test
    void the_year_and_what_belongs_to_one_person_are_printed() throws Exception {
        logIn("coordinator");
        assertThat(printed("/rosenstadt/people.pdf?year=2013"))
                .contains("2.487,25 Std.", "Stunden je Patin und Pate (43)", "V-16", "17.03.2015");
        assertThat(printed("/rosenstadt/timesheets/V-01/2013-05/sheet.pdf"))
                .contains("Stundennachweis", "Anna Ahorn", "Mai 2013", "Unterschrift der Koordination");
        assertThat(printed("/rosenstadt/sponsors/V-11/certificate-request.pdf"))
                .contains("§ 30a Absatz 2", "ehrenamtlich und unentgeltlich")
                .doesNotContain("17.03.2010");
    }

    @Test
    void others_are_given_only_what_is_theirs() throws Exception {
        logIn("sponsor");
        assertThat(printed("/rosenstadt/timesheets/V-01/2013-05/sheet.pdf")).contains("Anna Ahorn");
        for (String path : new String[] {
            "/rosenstadt/timesheets/V-02/2013-05/sheet.pdf", "/rosenstadt/people.pdf?year=2013",
            "/rosenstadt/sponsors/V-01/certificate-request.pdf", "/rosenstadt/people?year=2013"
        }) {
            assertThat(page.request().get(address(path)).status()).as(path).isIn(403, 404);
        }
    }
}
