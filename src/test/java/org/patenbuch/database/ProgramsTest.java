package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    private Path folder;

    @Test
    void unpacks_once_removes_leftovers_and_replaces_what_a_power_failure_emptied() throws IOException {
        Files.createDirectories(folder.resolve("programs-0815/bin"));
        Files.createDirectories(folder.resolve("programs-39.unfinished-4711/bin"));
        Files.createDirectories(folder.resolve("postgresql"));
        Programs first = Programs.unpack(Programs.archive(), folder);
        var made = Files.getLastModifiedTime(first.folder());
        Programs second = Programs.unpack(Programs.archive(), folder);
        second.removeOthers();
        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second.folder())).isEqualTo(made);
        assertThat(Files.list(folder)).containsExactlyInAnyOrder(first.folder(), folder.resolve("postgresql"));
        assertThat(Path.of(first.path("initdb"))).isExecutable();

        Files.writeString(first.folder().resolve("lib/postgresql/plpgsql.so"), "");
        Programs again = Programs.unpack(Programs.archive(), folder);
        assertThat(again.folder().resolve("lib/postgresql/plpgsql.so")).isNotEmptyFile();
    }
}
