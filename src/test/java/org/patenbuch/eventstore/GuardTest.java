package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rights keep the application from changing the journal, triggers keep its owner from it. */
class GuardTest {
    private static final String NO_RIGHT = "permission denied";
    private static final String GUARDED = "the journal is append-only";
    private static DatabaseLogins database;

    @BeforeAll
    static void oneEntry() {
        database = TestDatabase.newDatabase();
        try (Node node = Node.start(database)) {
            node.send(Samples.found("rosenstadt"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event SET seq = seq + 1",
                "DELETE FROM event",
                "TRUNCATE event",
                "UPDATE entry SET position = 0",
                "DELETE FROM entry",
                "TRUNCATE entry",
                "ALTER TABLE event DISABLE TRIGGER ALL",
                "DROP TABLE entry",
                "SELECT setval('journal_position', 1)",
                "CREATE TABLE mine (n integer)"
            })
    void the_application_has_no_right_to_change_the_journal(String attempt) {
        assertThatThrownBy(() -> run(database.app(), attempt))
                .isInstanceOf(SQLException.class)
                .message()
                .containsAnyOf(NO_RIGHT, "must be owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE event SET seq = seq + 1",
                "DELETE FROM event",
                "TRUNCATE event",
                "UPDATE entry SET position = 0",
                "DELETE FROM entry",
                "TRUNCATE entry"
            })
    void a_trigger_stops_the_owner_and_also_a_superuser_who_switches_triggers_to_replica(String attempt)
            throws IOException {
        assertThatThrownBy(() -> run(database.owner(), attempt)).hasMessageContaining(GUARDED);
        DatabaseLogin superuser = superuser();
        assertThatThrownBy(() -> run(superuser, "SET session_replication_role = replica", attempt))
                .hasMessageContaining(GUARDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM public.event",
                "SELECT * FROM keys.person_key",
                "SELECT * FROM public.users",
                "SELECT * FROM engagement.sponsor",
                "SELECT * FROM public.sponsor_standing",
                "INSERT INTO auditor.journal (position) VALUES (1)",
                "UPDATE funding.fund SET name = 'x'",
                "DELETE FROM evidence.leaf",
                "CREATE TABLE auditor.mine (n integer)"
            })
    void an_auditor_reads_what_audits_need_and_nothing_else(String attempt) throws SQLException {
        assertThat(run(database.auditor(), "SELECT FROM auditor.journal WHERE payload LIKE '%rosenstadt%'"))
                .isEqualTo(1);
        assertThat(run(database.auditor(), "SELECT FROM funding.fund_month, evidence.leaf, engagement.hours"))
                .isZero();
        assertThatThrownBy(() -> run(database.auditor(), attempt)).hasMessageContaining(NO_RIGHT);
    }

    @Test
    void a_ledger_that_is_less_guarded_than_it_must_be_writes_nothing() throws SQLException {
        assertThat(dangers(database.app())).isEmpty();

        run(database.owner(), "ALTER TABLE event DISABLE TRIGGER event_is_append_only");
        assertThat(dangers(database.app())).containsExactly("trigger event_is_append_only is missing or off");
        run(database.owner(), "ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_append_only");

        String name = database.app().url().substring(database.app().url().lastIndexOf('/') + 1);
        run(database.owner(), "ALTER DATABASE " + name + " SET synchronous_commit = off");
        assertThat(dangers(database.app())).containsExactly("setting synchronous_commit is off");
        run(database.owner(), "ALTER DATABASE " + name + " RESET synchronous_commit");

        assertThat(dangers(database.owner())).contains("role patenbuch_owner owns the table event");
        assertThat(dangers(database.app())).isEmpty();
    }

    private static List<String> dangers(DatabaseLogin as) {
        Safety safety = new Safety(JdbcClient.create(new DriverManagerDataSource(as.url(), as.user(), as.password())));
        safety.look();
        if (!safety.dangers().isEmpty()) {
            Who who = Node.who("rosenstadt");
            assertThatThrownBy(() ->
                            new Ledger(null, null, safety, null).send(Samples.found("rosenstadt"), who, Origin.api()))
                    .isInstanceOf(Safety.Unsafe.class);
        }
        return safety.dangers();
    }

    @AfterAll
    static void the_entry_is_still_there() throws SQLException {
        assertThat(run(database.app(), "SELECT FROM event")).isEqualTo(1);
        assertThat(run(database.app(), "SELECT FROM entry")).isEqualTo(1);
    }

    /** @return the rows of the last statement, if it has any */
    private static int run(DatabaseLogin as, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(as.url(), as.user(), as.password());
                var statement = connection.createStatement()) {
            int rows = 0;
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    for (var answer = statement.getResultSet(); answer.next(); ) {
                        rows++;
                    }
                }
            }
            return rows;
        }
    }

    private static DatabaseLogin superuser() throws IOException {
        var passwords = new Properties();
        Path file = Path.of("target", "test-cluster-" + ProcessHandle.current().pid(), "passwords");
        try (var reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new DatabaseLogin(database.app().url(), "postgres", passwords.getProperty("postgres"));
    }
}
