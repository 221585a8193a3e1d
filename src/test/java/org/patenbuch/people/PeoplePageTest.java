package org.patenbuch.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.patenbuch.BrowserTest;
import org.patenbuch.print.Judge;

/** The Rosenstadt year on screen and on paper; the figures are those of an independent reading of its files. */
class PeoplePageTest extends BrowserTest {
    /** Who logged nothing in December 2013, and whose certificates run out next: counted in the files. */
    private static final List<String> SILENT = List.of("V-12", "V-16", "V-18", "V-24", "V-30", "V-36");

    private static final List<String> RUNNING_OUT =
            List.of("V-11", "V-09", "V-12", "V-04", "V-05", "V-01", "V-10", "V-08", "V-07", "V-03");

    private static List<String> ids(List<String> texts) {
        return Pattern.compile("V-\\d\\d")
                .matcher(String.join("\n", texts))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end, from);
        assertThat(from).as(begin).isPositive();
        assertThat(to).as(end).isGreaterThan(from);
        return text.substring(from, to);
    }

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
        assertThat(page.locator("#silent")).hasText("Nichts eingetragen im Dezember 2013");
        assertThat(ids(page.locator("[data-silent] tbody th").allTextContents()))
                .isEqualTo(SILENT);
        assertThat(page.locator("[data-silent] tbody tr:has-text('V-16') td").first())
                .hasText("1");
        assertThat(ids(page.locator("[data-certificates] tbody th").allTextContents()))
                .isEqualTo(RUNNING_OUT);
        assertThat(page.locator("[data-certificates] tbody tr").first()).containsText("17.03.2015");
        assertThat(page.locator("[data-certificates] tbody tr").last()).containsText("23.09.2015");
        // Of 52 in the file, eight begin and eight others end in the year, all with their goal reached
        assertThat(page.locator("[data-matches] dd").allTextContents().subList(0, 4))
                .containsExactly("44", "8", "8", "8");
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
        String year = printed("/rosenstadt/people.pdf?year=2013");
        assertThat(year).containsPattern("Stunden 2\\.487,25 Std\\.\\s").containsPattern("Patinnen und Paten 43\\s");
        String bySponsor = between(year, "Stunden je Patin und Pate (43)", "Nichts eingetragen im Dezember 2013");
        assertThat(ids(List.of(bySponsor))).hasSize(43).doesNotHaveDuplicates();
        assertThat(bySponsor).contains("Zusammen 2.487,25 Std.");
        assertThat(ids(List.of(between(year, "Nichts eingetragen im Dezember 2013", "Was eine Stunde"))))
                .isEqualTo(SILENT);
        String certificates = year.substring(year.indexOf("Führungszeugnisse, die als Nächstes ablaufen"));
        assertThat(ids(List.of(certificates))).isEqualTo(RUNNING_OUT);
        assertThat(certificates).contains("17.03.2010 17.03.2015", "23.09.2010 23.09.2015");

        // The five entries of the month in the file
        assertThat(printed("/rosenstadt/timesheets/V-01/2013-05/sheet.pdf"))
                .contains("Stundennachweis", "Anna Ahorn (V-01), Mai 2013")
                .containsSubsequence(
                        "14.05.2013 Besuch H-001",
                        "2,00 Std.",
                        "17.05.2013 Begleitung",
                        "1,00 Std.",
                        "18.05.2013 Weg H-001",
                        "1,75 Std.",
                        "22.05.2013 Besuch H-001",
                        "2,50 Std.",
                        "29.05.2013 Begleitung H-001",
                        "0,75 Std.",
                        "Zusammen 8,00 Std.")
                .contains("ehrenamtlich und unentgeltlich geleistet", "Unterschrift der Koordination");
        assertThat(printed("/rosenstadt/sponsors/V-11/certificate-request.pdf"))
                .contains("§ 30a Absatz 2", "Karin Hasel", "ehrenamtlich und unentgeltlich", "nur vorgezeigt")
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
