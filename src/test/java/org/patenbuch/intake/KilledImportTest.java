package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.Patenbuch;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The command line as people start it, in a process of its own, killed in the middle and started again. */
class KilledImportTest {
    private static final Path ROSENSTADT = Path.of("src/main/resources/demo/rosenstadt");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Of the hours, most of the rows, the first ones are enough to be killed among. */
    private static final int HOURS = 60;

    /** A sponsor's row is three commands, that of an ended sponsorship two; and the partnership itself is one. */
    private static final String NAMES_EXPECTED = """
            SELECT 1 + :rows + (SELECT 2 * count(*) FROM entry WHERE kind = 'sponsor')
                + (SELECT count(*) FROM entry WHERE kind = 'sponsorship-end')""";

    private final DatabaseLogins database = TestDatabase.newDatabase();
    /** One connection: to prove a password anew takes longer than each question. */
    private final SingleConnectionDataSource connection = new SingleConnectionDataSource(
            database.app().url(), database.app().user(), database.app().password(), true);

    private final JdbcClient jdbc = JdbcClient.create(connection);

    @TempDir
    private Path dataDir;

    @AfterEach
    void disconnect() {
        connection.destroy();
    }

    @Test
    void every_row_is_whole_or_absent_and_a_second_run_completes_exactly_the_rest() throws Exception {
        Path source = Files.createDirectory(dataDir.resolve("rosenstadt"));
        long rows = firstRowsOfRosenstadt(source);
        Process first = start(source);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> rowsDone() > 0);
        first.destroyForcibly().waitFor();

        long doneBefore = rowsDone();
        assertThat(doneBefore).isBetween(1L, rows - 1);
        assertThat(sponsorsWithoutTheirWholeRow()).isZero();
        await().atMost(Duration.ofSeconds(10)).until(() -> state() == ImportBatch.State.INTERRUPTED);

        assertThat(finish(source)).isZero();
        assertThat(count("SELECT rows_written FROM import_batch WHERE state = 'DONE'"))
                .isEqualTo(rows - doneBefore);
        assertThat(count("SELECT count(*) FROM entry"))
                .isEqualTo(jdbc.sql(NAMES_EXPECTED)
                        .param("rows", rows)
                        .query(Long.class)
                        .single());
    }

    @Tag("faults")
    @Test
    void a_second_run_adds_nothing_and_what_cannot_be_read_is_refused_in_words() throws Exception {
        assertThat(finish(ROSENSTADT)).isZero();
        long events = count("SELECT count(*) FROM event");
        assertThat(finish(ROSENSTADT)).isZero();
        assertThat(count("SELECT count(*) FROM event")).isEqualTo(events);
        assertThat(finish(dataDir.resolve("nowhere"))).isEqualTo(2);
        Path bad = Files.createDirectory(dataDir.resolve("bad"));
        Files.writeString(
                bad.resolve("beitraege.csv"),
                "Kennung;Partner;Topf;Art;Betrag;Eingang;Nachweis\nB-X;P-SPK;F-KOO;Geld;1.250;01.02.2013;Beleg\n");
        assertThat(finish(bad)).isEqualTo(1);
        assertThat(Files.readString(output())).contains("beitraege.csv, Zeile 2, Spalte Betrag: „1.250“");
    }

    /** @return how many rows they are, headings not counted */
    private static long firstRowsOfRosenstadt(Path folder) throws IOException {
        long rows = 0;
        try (Stream<Path> files = Files.list(ROSENSTADT)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                boolean hours = file.endsWith("stunden.csv");
                List<String> lines = Files.readAllLines(file);
                lines = hours ? lines.subList(0, 1 + HOURS) : lines;
                Files.write(folder.resolve(file.getFileName()), lines);
                rows += lines.size() - 1;
            }
        }
        return rows;
    }

    private long sponsorsWithoutTheirWholeRow() {
        return count("""
                SELECT count(*) FROM entry s WHERE s.kind = 'sponsor' AND NOT EXISTS
                    (SELECT FROM entry c WHERE c.kind = 'certificate' AND c.id = s.id)""");
    }

    private ImportBatch.State state() {
        return new ImportBatches(jdbc).all("rosenstadt").getFirst().state();
    }

    private long rowsDone() {
        return count("SELECT coalesce(max(rows_done), 0) FROM import_batch");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private int finish(Path source) throws Exception {
        return start(source).waitFor();
    }

    private Path output() {
        return dataDir.resolve("output.txt");
    }

    private Process start(Path source) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Patenbuch.class.getName(),
                "import",
                "--partnership",
                "rosenstadt",
                source.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output().toFile());
        settings().forEach((name, value) -> builder.environment().put(name, value));
        return builder.start();
    }

    private Map<String, String> settings() {
        return Map.of(
                "PATENBUCH_DATA_DIR", dataDir.toString(),
                "SPRING_DATASOURCE_URL", database.app().url(),
                "SPRING_DATASOURCE_USERNAME", database.app().user(),
                "SPRING_DATASOURCE_PASSWORD", database.app().password(),
                "SPRING_FLYWAY_URL", database.owner().url(),
                "SPRING_FLYWAY_USER", database.owner().user(),
                "SPRING_FLYWAY_PASSWORD", database.owner().password());
    }
}
