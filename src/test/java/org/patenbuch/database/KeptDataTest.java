package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDataTest {
    @TempDir
    private Path folder;

    @Test
    void a_second_start_finds_data_and_passwords_unchanged() throws IOException {
        DatabaseLogins first;
        try (var database = TestFolder.start(folder)) {
            first = database.logins();
            TestFolder.as(first.owner())
                    .sql("create table kept as select 'Grüße' as text")
                    .update();
        }
        assertThat(folder.resolve("jdbc-url")).doesNotExist();
        assertThat(EmbeddedDatabase.running(folder)).isEmpty();
        try (var database = TestFolder.start(folder)) {
            assertThat(database.logins().app().password()).isEqualTo(first.app().password());
            assertThat(TestFolder.as(database.logins().owner())
                            .sql("select text from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("Grüße");
            TestFolder.as(TestFolder.superuser(database, folder))
                    .sql("alter role patenbuch_app set synchronous_commit = off")
                    .update();
        }
        refuses_a_server_that_may_lose_commits("synchronous_commit=off");
        Files.writeString(folder.resolve("postgresql/postgresql.auto.conf"), "fsync = off\n");
        refuses_a_server_that_may_lose_commits("fsync=off");
        Files.writeString(folder.resolve("postgresql/postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> TestFolder.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("configuration file");
    }

    private void refuses_a_server_that_may_lose_commits(String setting) {
        assertThatThrownBy(() -> TestFolder.start(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL läuft mit " + setting);
        assertThat(folder.resolve("jdbc-url")).doesNotExist();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }
}
