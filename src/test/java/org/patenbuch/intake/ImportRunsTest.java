package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody finds who comes back to an import: at work, at its end, interrupted, forgotten. */
class ImportRunsTest extends LedgerTest {
    private static final String REFRESH = "<noscript><meta http-equiv=\"refresh\"";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ImportBatches batches;

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void coordinator() {
        site = caller(Role.COORDINATOR).atThePages(port);
    }

    @Test
    void a_page_without_scripts_comes_again_while_there_is_work_and_only_then() throws IOException {
        Files.writeString(folder.resolve("toepfe.csv"), "Kennung;Name;Zweck;Zweckgebunden\nF-1;Frei;frei;nein\n");
        ImportRun run = atWork(newestUser());
        assertThat(get("runs/" + run.id).body()).contains(REFRESH, "data-working=\"true\"", "30 von 100 Zeilen");
        assertThat(get("").body()).contains("runs/" + run.id, "werden geprüft").doesNotContain(REFRESH);
        run.checked(new ImportOutcome(null, 1, 1, null, List.of(), 0));
        assertThat(get("runs/" + run.id).body())
                .contains("Jetzt einlesen")
                .doesNotContain(REFRESH)
                .doesNotContain("data-working");
    }

    /** A page made in between would show neither work nor result, and wait for nothing. */
    @Test
    void how_it_stands_is_looked_at_once_whatever_happens_while_a_page_is_made() {
        ImportRun run = atWork("tester");
        Work.Look look = run.look();
        run.checked(new ImportOutcome(null, 1, 1, null, List.of(), 0));
        assertThat(look.isWorking()).isTrue();
        assertThat(look.getQuarters()).isEqualTo(1);
        assertThat(run.look().phase()).isEqualTo(Work.Phase.GOOD);
    }

    @Test
    void a_bookmark_of_what_is_gone_says_what_to_do_and_nobody_else_learns_more() {
        ImportRun others = atWork("somebody-else");
        for (String id : List.of("gone", "{x}", others.id)) {
            String address = "runs/" + java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .contains("nicht mehr da", "eine Stunde", "/" + partnership + "/imports\"")
                    .doesNotContain("30 von 100");
            assertThat(site.submit("/" + partnership + "/imports/" + address, Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void after_an_end_in_the_middle_the_page_and_the_list_say_that_the_same_files_bring_the_rest() {
        String run = UUID.randomUUID().toString();
        batches.begin(ImportRun.batchOf(run), anyone("tester"), 1_000);
        batches.advance(partnership, ImportRun.batchOf(run), 400, 400, 7L);
        assertThat(get("runs/" + run).statusCode()).isEqualTo(200);
        assertThat(List.of(get("runs/" + run).body(), get("").body()))
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "Das Einlesen wurde unterbrochen",
                                "400 von 1.000 Zeilen",
                                "dieselben Dateien noch einmal hoch"));

        batches.begin("I-" + UUID.randomUUID(), anyone("tester"), 1_000);
        batches.end(partnership, batches.all(partnership).getFirst().id(), ImportBatch.State.DONE);
        assertThat(get("").body()).doesNotContain("Das Einlesen wurde unterbrochen");
    }

    @Test
    void what_was_written_is_told_also_when_the_run_is_forgotten() {
        String run = UUID.randomUUID().toString();
        batches.begin(ImportRun.batchOf(run), anyone("tester"), 3);
        batches.advance(partnership, ImportRun.batchOf(run), 3, 2, 7L);
        batches.end(partnership, ImportRun.batchOf(run), ImportBatch.State.DONE);
        assertThat(get("runs/" + run).body()).contains("3 von 3 Zeilen, 2 davon kamen neu dazu");
        assertThat(caller(Role.AUDITOR)
                        .atThePages(port)
                        .get("/" + partnership + "/imports/runs/" + run)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_was_uploaded_to_a_program_that_was_killed_is_gone_a_day_later() throws IOException {
        Path left = Files.createFile(ImportUpload.folder().resolve("paten.csv")).getParent();
        Path atWork = ImportUpload.folder();
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(atWork, FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        ImportUpload.forgetLeftovers();
        assertThat(left).doesNotExist();
        assertThat(atWork).exists();
        Files.delete(atWork);
    }

    private HttpResponse<String> get(String path) {
        return site.get("/" + partnership + "/imports" + (path.isEmpty() ? "" : "/" + path), "Accept-Language", "de");
    }

    private ImportRun atWork(String user) {
        var run = new ImportRun(UUID.randomUUID().toString(), partnership, user, folder, List.of("toepfe.csv"));
        run.checked(30, 100);
        runs.keep(run);
        return run;
    }

    private String newestUser() {
        return jdbc.sql("SELECT user_id FROM membership WHERE partnership = ?")
                .param(partnership)
                .query(String.class)
                .single();
    }

    private Caller caller(Role role) {
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, null, null);
    }
}
