package org.patenbuch.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.BrowserTest;

/** The page about evidence, and the whole Rosenstadt year checked at home. */
class EvidencePageTest extends BrowserTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "en-GB"})
    void says_how_far_it_is_sealed_and_what_that_proves(String language) {
        open(PHONE, language, true);
        logIn("auditor");
        visit("/rosenstadt/evidence");

        assertThat(page.locator("main")).containsText("patenbuch/rosenstadt+");
        picture("evidence-" + language);
        assertAccessible();
    }

    @Test
    void checks_everything_at_the_push_of_a_button_and_gives_the_result_away() throws Exception {
        logIn("auditor");
        visit("/rosenstadt/evidence");
        page.click("main button[type=submit]");

        assertThat(page.locator("main .kern-alert--success")).containsText("vollständig und unverändert");
        picture("evidence-checked");
        assertAccessible();
        Path result = page.waitForDownload(() -> page.click("main a[href$='verification.txt']"))
                .path();
        assertThat(java.nio.file.Files.readString(result)).contains("In Ordnung", "patenbuch/rosenstadt");
    }

    @Test
    void the_pack_of_the_whole_year_is_good_to_both_programs() {
        logIn("auditor");
        visit("/rosenstadt/evidence");
        Path pack = folder.resolve("pack.zip");
        page.waitForDownload(() -> page.click("main a[href$='evidence/pack']")).saveAs(pack);

        assertThat(Offline.run("verify", pack.toString())).hasValue(0);
        assertThat(Python.verify(pack).exitCode()).isZero();
    }

    @Test
    void works_without_scripts() {
        open(DESKTOP, "de-DE", false);
        logIn("auditor");
        visit("/rosenstadt/evidence");
        page.click("main button[type=submit]");
        for (int i = 0; i < 50 && page.locator("main .kern-alert").count() == 0; i++) {
            page.waitForTimeout(100);
            page.reload();
        }

        assertThat(page.locator("main .kern-alert--success")).isVisible();
    }

    @Test
    void a_partner_is_given_the_checkpoint_and_nothing_else() {
        logIn("partner");
        visit("/rosenstadt/evidence");

        assertThat(page.locator("main a")).hasCount(1);
        assertThat(page.locator("main button")).hasCount(0);
        Path kept = page.waitForDownload(() -> page.click("main a[href$='checkpoint.txt']"))
                .path();
        assertThat(kept).content().startsWith("patenbuch/rosenstadt\n");
        for (String forbidden : List.of("/rosenstadt/evidence/verification", "/rosenstadt/evidence/pack")) {
            assertThat(page.navigate(address(forbidden)).status()).isEqualTo(403);
        }
    }
}
