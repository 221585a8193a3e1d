package org.patenbuch.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverServerTest {
    @TempDir
    private Path parent;

    @Test
    void a_killed_application_leaves_a_server_that_the_next_start_stops() throws Exception {
        Path folder = parent.resolve("data");
        long orphan;
        try (var killed = HoldingProcess.start(folder)) {
            DatabaseLogins logins = EmbeddedDatabase.running(folder).orElseThrow();
            TestFolder.as(logins.owner())
                    .sql("create table kept as select 17 as n")
                    .update();
            String refusal = HoldingProcess.launch(folder).untilEnd();
            assertThat(refusal)
                    .contains("benutzt schon ein laufendes Patenbuch")
                    .doesNotContain("\tat ");
            orphan = TestFolder.serverPid(folder);
            killed.kill();
        }
        assertThat(new ServerProcess(folder.toRealPath().resolve("postgresql")).alive())
                .isTrue();
        assertThat(EmbeddedDatabase.running(folder)).isEmpty();
        try (var database = TestFolder.start(folder)) {
            assertThat(TestFolder.serverPid(folder)).isNotEqualTo(orphan);
            assertThat(log(folder)).contains("fast shutdown").doesNotContain("not properly shut down");
            assertThat(TestFolder.as(database.logins().owner())
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(17);
        }
    }

    @Test
    void a_terminated_application_leaves_nothing_running() throws Exception {
        Path folder = parent.resolve("data");
        try (var terminated = HoldingProcess.start(folder)) {
            assertThat(terminated.terminate())
                    .contains("PostgreSQL has stopped")
                    .doesNotContain("ERROR");
        }
        assertThat(folder.resolve("jdbc-url")).doesNotExist();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_killed_server_is_started_again_where_its_clients_look_for_it() throws Exception {
        try (var database = TestFolder.start(parent)) {
            Thread query =
                    Thread.ofVirtual().start(() -> runUntilCut(database.logins().owner()));
            await().until(() -> busyQueries(database) == 1);
            ProcessHandle.of(TestFolder.serverPid(parent)).orElseThrow().destroyForcibly();
            await().atMost(30, SECONDS).ignoreExceptions().until(() -> busyQueries(database) == 0);
            query.join();
        }
    }

    private static String log(Path folder) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(folder.resolve("postgresql/log"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void runUntilCut(DatabaseLogin owner) {
        try (var busy = DriverManager.getConnection(owner.oneLine());
                var endless = busy.createStatement()) {
            endless.execute("do $$ begin loop null; end loop; end $$");
        } catch (SQLException cut) {
            assertThat(cut.getSQLState()).startsWith("08");
        }
    }

    private static int busyQueries(EmbeddedDatabase database) {
        return TestFolder.as(database.logins().owner())
                .sql("select count(*) from pg_stat_activity where query like 'do $$ begin loop%' and state = 'active'")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_number_that_now_belongs_to_another_process_does_not_stop_the_start() throws Exception {
        TestFolder.start(parent).close();
        Process another = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    parent.resolve("postgresql/postmaster.pid"),
                    another.pid() + "\n" + parent.resolve("postgresql") + "\n");
            TestFolder.start(parent).close();
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }
}
