package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {
    @TempDir
    private static Path parent;

    private static Path folder;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        folder = parent.resolve("Ablage für 'Paten'");
        database = TestFolder.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static JdbcClient app() {
        return TestFolder.as(database.logins().app());
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "full_page_writes, on",
        "synchronous_commit, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "server_encoding, UTF8",
        "idle_in_transaction_session_timeout, 30s",
        "password_encryption, scram-sha-256",
        "log_min_messages, log",
        "log_min_error_statement, panic",
        "log_parameter_max_length_on_error, 0"
    })
    void the_server_runs_with(String setting, String value) {
        assertThat(app().sql("show " + setting).query(String.class).single()).isEqualTo(value);
    }

    @Test
    void the_server_is_the_major_version_the_folder_is_checked_for() {
        assertThat(app().sql("show server_version").query(String.class).single())
                .startsWith(DataFolder.MAJOR + ".");
    }

    @Test
    void nobody_connects_without_the_password() {
        DatabaseLogin login = database.logins().app();
        for (String password : new String[] {null, "", "wrong"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(login.url(), login.user(), password))
                    .hasMessageContaining("password");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(login.url(), "postgres", login.password()))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void every_way_in_asks_for_a_password() throws IOException {
        assertThat(TestFolder.as(TestFolder.superuser(database, folder))
                        .sql("select distinct type || ' ' || address || ' ' || auth_method from pg_hba_file_rules")
                        .query(String.class)
                        .list())
                .containsExactly("host 127.0.0.1 scram-sha-256");
    }

    @Test
    void other_machines_find_nothing_on_the_port() throws IOException {
        int port = URI.create(database.logins().app().url().substring("jdbc:".length()))
                .getPort();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    network.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                try (var socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 1000))
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void there_is_no_way_in_beside_the_network() throws IOException {
        assertThat(TestFolder.as(TestFolder.superuser(database, folder))
                        .sql("show unix_socket_directories")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "., rwx------",
        "postgresql, rwx------",
        "passwords, rw-------",
        "jdbc-url, rw-------",
        "lock, rw-------"
    })
    void only_the_owner_reads(String path, String mode) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path))))
                .isEqualTo(mode);
    }

    @Test
    void one_line_in_the_folder_opens_the_database_as_its_owner() throws Exception {
        try (var connection = DriverManager.getConnection(
                Files.readString(folder.resolve("jdbc-url")).strip())) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("patenbuch_owner");
        }
    }

    @Test
    void a_second_program_finds_the_running_database() {
        assertThat(EmbeddedDatabase.running(folder)).contains(database.logins());
        assertThat(EmbeddedDatabase.running(parent.resolve("nothing"))).isEmpty();
    }

    @Test
    void refuses_a_folder_that_is_in_use() {
        assertThatThrownBy(() -> TestFolder.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("benutzt schon ein laufendes Patenbuch")
                .hasMessageContaining("already uses the data folder");
        assertThat(app().sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void what_a_failing_statement_was_about_stays_out_of_the_log() throws IOException {
        assertThatThrownBy(() -> app().sql("select ('Erika ' || :name)::date")
                        .param("name", "Mustermann")
                        .query()
                        .listOfRows())
                .isNotNull();
        try (var logs = Files.list(folder.resolve("postgresql/log"))) {
            for (Path log : logs.toList()) {
                assertThat(log).content().doesNotContain("Mustermann", "Erika", "select");
            }
        }
    }
}
