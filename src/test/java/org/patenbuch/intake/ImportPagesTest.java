package org.patenbuch.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.BrowserTest;
import org.patenbuch.Users;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator with tables and no scripts, in a partnership of the test's own. */
class ImportPagesTest extends BrowserTest {
    private static final String HEAD = "\ufeffKennung;Name;Art;Rollen;Seit\r\n";
    private static final String GOOD = "P-1;Städtische Werke;Unternehmen;Geldgeber;01.03.2010\r\n";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ImportRuns runs;

    @TempDir
    private Path folder;

    private final String partnership = "i-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void coordinator() {
        Who founder = new Who(partnership, "founder", Set.of(Role.ADMIN), null, null);
        ledger.send(new FoundPartnership(partnership, "Einlesen"), founder, Origin.api());
        Users.add(jdbc, partnership, PASSWORD, partnership, Role.COORDINATOR);
        open(PHONE, "de-DE", false);
        logIn(partnership);
        visit("/" + partnership + "/imports");
    }

    @Test
    void shows_every_bad_row_with_its_reason_and_gives_them_back_to_be_put_right() throws IOException {
        upload("partner.csv", HEAD + GOOD + "P-2;;Unternehmen;Geldgeber;31.02.2010\r\n");
        assertThat(page.locator("h1")).hasText("Fehler: so können die Tabellen nicht eingelesen werden");
        assertThat(page.locator("tr.app-wrong")).hasCount(1);
        assertThat(page.locator("tr.app-wrong")).containsText("Seit: ");
        picture("imports-bad-de-320");
        assertAccessible();

        Download failed = page.waitForDownload(() -> page.click("text=Zeilen mit Fehlern"));
        String rows = Files.readString(failed.path());
        assertThat(rows).contains("\"Fehler\"", "\"P-2\"").doesNotContain("P-1");

        upload(
                "partner.csv",
                rows.replace("\"\";\"Unternehmen\"", "\"Zwei\";\"Unternehmen\"").replace("31.02", "28.02"));
        assertThat(page.locator("h1")).hasText("Alle Zeilen sind gut");
    }

    @Test
    void writes_only_when_told_to_once_and_can_be_found_again() {
        upload("partner.csv", HEAD + GOOD);
        assertThat(page.locator("h1")).hasText("Alle Zeilen sind gut");
        assertThat(events()).isEqualTo(1);
        String run = page.url();

        page.click("text=Jetzt einlesen");
        assertThat(page.locator("h1")).hasText("Eingelesen");
        assertThat(events()).isEqualTo(2);
        visit(run.substring(run.indexOf("/" + partnership)));
        assertThat(page.locator("text=Jetzt einlesen")).hasCount(0);

        visit("/" + partnership + "/imports");
        assertThat(page.locator("main")).containsText("fertig");
        picture("imports-de-320");
        assertAccessible();

        upload("partner.csv", HEAD + GOOD);
        assertThat(page.locator("h1")).hasText("Alles ist schon eingelesen");
    }

    @Test
    void is_taken_back_as_one_with_a_reason() {
        upload("toepfe.csv", "Kennung;Name;Zweck;Zweckgebunden\nF-1;Freie Mittel;frei;nein\n");
        page.click("text=Jetzt einlesen");
        assertThat(page.locator("h1")).hasText("Eingelesen");
        visit("/" + partnership + "/imports");
        page.click("text=Zurücknehmen …");
        page.click("text=Alles zurücknehmen");
        assertThat(page).hasTitle("Fehler: Einlesen zurücknehmen – Patenbuch");
        assertThat(page.locator("#reason-wrong")).hasText("Bitte sagen Sie, warum.");
        assertThat(page.locator("main [role=alert] a[href='#reason']")).hasText("Bitte sagen Sie, warum.");
        picture("imports-reversal-error-de-320");
        assertAccessible();

        page.fill("#reason", "falsche Datei");
        page.click("text=Alles zurücknehmen");
        assertThat(page.locator(".kern-alert--success")).containsText("Einträge: 1");
        picture("imports-reversal-done-de-320");
        assertThat(page.locator("text=Alles zurücknehmen")).hasCount(0);
        visit("/" + partnership + "/imports");
        assertThat(page.locator("main table")).containsText("zurückgenommen");
    }

    @Test
    void says_what_to_do_with_files_that_are_no_tables() {
        upload("bild.png", "\u0089PNG");
        assertThat(page.locator("[role=alert]")).containsText("partner.csv");
        assertThat(page).hasTitle("Fehler: Tabellen einlesen – Patenbuch");
        assertThat(page.navigate(address("/" + partnership + "/imports/runs/someone-elses"))
                        .status())
                .isEqualTo(404);

        open(PHONE, "de-DE", false);
        logIn("finance");
        assertThat(page.navigate(address("/" + partnership + "/imports")).status())
                .isEqualTo(404);
    }

    @Test
    void says_once_which_columns_are_which() {
        open(PHONE, "de-DE", true);
        logIn(partnership);
        String table = "Nr;Firma;Art;Rollen;Seit\nP-1;Städtische Werke;Unternehmen;Geldgeber;01.03.2010\n";
        upload("mitglieder-2014.csv", table);
        assertThat(page.locator("h1")).hasText("Spalten zuordnen");
        page.selectOption("#column-0", "name");
        page.selectOption("#column-1", "name");
        page.click("main form[method=post] button.kern-btn--primary");
        assertThat(page).hasTitle("Fehler: Spalten zuordnen – Patenbuch");
        picture("imports-columns-error-de-320");
        assertAccessible();
        page.click("[role=alert] a[href='#column-1']");
        assertThat(page.locator("#column-1")).isFocused();
        page.selectOption("#column-0", "id");
        page.click("main form[method=post] button.kern-btn--primary");
        assertThat(page.locator("h1")).hasText("Alle Zeilen sind gut");
        assertThat(page.locator("main")).containsText("„mitglieder“");
        picture("imports-good-de-320");
        assertAccessible();

        upload("neu.csv", table);
        assertThat(page.locator("h1")).hasText("Alle Zeilen sind gut");
        visit("/" + partnership + "/imports/mappings");
        picture("imports-mappings-de-320");
        assertAccessible();
    }

    @Test
    void moves_on_by_itself_to_the_result_takes_no_focus_and_speaks_seldom() throws IOException {
        open(PHONE, "de-DE", true);
        logIn(partnership);
        Files.writeString(folder.resolve("partner.csv"), HEAD + GOOD);
        var run = new ImportRun(UUID.randomUUID().toString(), partnership, partnership, folder, List.of("partner.csv"));
        run.checked(10, 1_000);
        runs.keep(run);
        visit("/" + partnership + "/imports/runs/" + run.id);
        page.evaluate("""
                () => { window.spoken = [];
                    new MutationObserver(all => window.spoken.push(document.getElementById('said').textContent.trim()))
                        .observe(document.getElementById('said'), {childList: true, subtree: true, characterData: true}); }""");
        page.focus("main > p > a.kern-link");
        picture("imports-working-de-320");
        assertAccessible();
        for (int done : new int[] {100, 200, 600}) {
            run.checked(done, 1_000);
            assertThat(page.locator("#so-far")).containsText(done + " von 1.000 Zeilen");
            assertThat(page.locator("progress")).hasAttribute("value", String.valueOf(done));
        }
        run.checked(new ImportOutcome(null, 1, 1, null, List.of(), 0));
        assertThat(page.locator("h1")).hasText("Alle Zeilen sind gut");
        assertThat(page).hasTitle("Alle Zeilen sind gut – Patenbuch");
        assertThat(page.locator("text=Jetzt einlesen")).isVisible();
        assertThat(page.locator("main > p > a.kern-link")).isFocused();
        assertThat(page.evaluate("() => window.spoken"))
                .isEqualTo(List.of(
                        "50 % sind geschafft.", "1 Zeilen geprüft, 1 davon sind neu. Noch ist nichts geschrieben."));
        assertThat(page.locator("[data-say=updated]")).isHidden();
    }

    private void upload(String name, String content) {
        visit("/" + partnership + "/imports");
        page.setInputFiles("#file", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.click("main button.kern-btn--primary");
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }
}
