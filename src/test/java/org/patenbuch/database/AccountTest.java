package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    @TempDir
    private Path parent;

    @Test
    void an_ordinary_user_starts_the_programs_directly() throws IOException {
        assumeTrue(new UnixSystem().getUid() != 0, "for an ordinary user");
        assertThat(Account.of(parent).command("postgres")).containsExactly("postgres");
    }

    @Test
    void root_without_namespaces_runs_it_as_nobody_who_sees_nothing_else() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "for root");
        Path programs = Programs.unpack(Programs.archive(), TestFolder.PROGRAMS).folder();
        Account nobody = Account.nobody();
        assumeTrue(
                Command.run(nobody.command("test", "-x", programs + "/bin/postgres"))
                        .good(),
                "can be reached");
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
        try (DataFolder folder = DataFolder.claim(parent.resolve("data"))) {
            new Cluster(folder, new Programs(programs), nobody).passwords();
        }
        try (var database = TestFolder.start(parent.resolve("data"))) {
            assertThat(Files.getAttribute(Path.of("/proc/" + TestFolder.serverPid(parent.resolve("data"))), "unix:uid"))
                    .isEqualTo(nobody.uid());
            assertThat(TestFolder.as(database.logins().app())
                            .sql("select 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(Command.run(nobody.command(
                                    "cat", parent.resolve("data/passwords").toString()))
                            .good())
                    .isFalse();
            assertThat(Command.run(nobody.command("ls", parent.resolve("data").toString()))
                            .good())
                    .isFalse();
        }
    }
}
