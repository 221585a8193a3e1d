package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Rejected;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportTest extends LedgerTest {
    private static final String PARTNERS = """
            Kennung;Name;Art;Rollen;Seit
            P-SPK;Sparkasse Rosenland;Unternehmen;Geldgeber;15.09.2010
            """;
    private static final String FUNDS = """
            Kennung;Name;Zweck;Zweckgebunden
            F-FREI;Freie Mittel;nicht zweckgebunden;nein
            """;
    private static final String CONTRIBUTIONS = """
            Kennung;Partner;Topf;Zusage;Art;Betrag;Eingang;Nachweis
            B-1;P-SPK;F-FREI;;Geld;100,00;03.01.2012;Kontoauszug
            """;

    @Autowired
    private Import imports;

    @Autowired
    private ImportBatches batches;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @Test
    void writes_every_row_and_is_found_again_as_a_batch() throws IOException {
        good();
        ImportOutcome outcome = run(false);

        assertThat(outcome.good()).isTrue();
        assertThat(outcome.rowsWritten()).isEqualTo(3);
        assertThat(batches.find(partnership, outcome.batch())).hasValueSatisfying(batch -> {
            assertThat(batch.state()).isEqualTo(ImportBatch.State.DONE);
            assertThat(batch.rowsDone()).isEqualTo(3);
            assertThat(batch.position()).isEqualTo(outcome.position());
        });
    }

    @Test
    void the_same_again_writes_nothing() throws IOException {
        good();
        run(false);
        long before = events();
        ImportOutcome again = run(false);

        assertThat(again).isEqualTo(ImportOutcome.nothingToDo(3));
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        good();
        long before = events();

        assertThat(run(true).rowsWritten()).isEqualTo(3);
        assertThat(events()).isEqualTo(before);
        assertThat(batches.all(partnership)).isEmpty();
    }

    @Test
    void with_one_row_that_a_rule_refuses_nothing_is_written_and_the_row_is_named() throws IOException {
        good();
        write("ausgaben.csv", """
                Kennung;Topf;Art;Betrag;Bezahlt;Empfänger;Beleg
                A-1;F-FREI;Sachkosten;60,00;01.02.2012;Büro;Beleg 1
                A-2;F-FREI;Sachkosten;60,00;02.02.2012;Büro;Beleg 2
                """);
        long before = events();
        ImportOutcome outcome = run(false);

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("ausgaben.csv");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.code()).isEqualTo("rejected.fund.overdrawn");
        });
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void a_row_that_says_something_else_than_before_is_refused() throws IOException {
        good();
        run(false);
        write("beitraege.csv", CONTRIBUTIONS.replace("100,00", "200,00"));

        assertThat(run(false).problems()).extracting(RowProblem::code).containsExactly("rejected.id.reused");
    }

    @Test
    void only_new_rows_of_a_longer_list_are_written() throws IOException {
        good();
        run(false);
        write("beitraege.csv", CONTRIBUTIONS + "B-2;P-SPK;F-FREI;;Geld;50,00;04.01.2012;Kontoauszug\n");

        assertThat(run(false).rowsWritten()).isEqualTo(1);
    }

    @Test
    void two_imports_of_one_partnership_do_not_run_at_once() throws Exception {
        good();
        try (OneAtATime _ = OneAtATime.hold(dataSource, partnership, "another")) {
            assertThatThrownBy(() -> run(false)).isInstanceOf(Rejected.class).hasMessageContaining("intake.running");
        }
        assertThat(run(false).good()).isTrue();
    }

    @Test
    void a_batch_whose_runner_is_gone_shows_as_interrupted() throws Exception {
        batches.begin("I-gone", anyone("tester"), 10);
        assertThat(batches.find(partnership, "I-gone").orElseThrow().state()).isEqualTo(ImportBatch.State.INTERRUPTED);

        try (OneAtATime _ = OneAtATime.hold(dataSource, partnership, "I-gone")) {
            assertThat(batches.find(partnership, "I-gone").orElseThrow().state())
                    .isEqualTo(ImportBatch.State.RUNNING);
        }
    }

    private void good() throws IOException {
        write("partner.csv", PARTNERS);
        write("toepfe.csv", FUNDS);
        write("beitraege.csv", CONTRIBUTIONS);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private ImportOutcome run(boolean dryRun) throws IOException {
        try (ImportFiles files = ImportFiles.open(folder)) {
            return imports.run(files, anyone("tester"), dryRun, ImportProgress.SILENT);
        }
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }
}
