package org.patenbuch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedTest {
    @TempDir
    private Path folder;

    private void refused(Path dataDir, String german, String english) {
        assertThatThrownBy(() -> TestFolder.start(dataDir))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(german)
                .hasMessageContaining(english)
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(2));
    }

    @Test
    void another_programs_cluster_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("PG_VERSION"), "18\n");
        refused(folder, "kein vollständiger Datenordner", "not a complete data folder");
        assertThat(folder).isDirectoryNotContaining("glob:**/postgresql");
    }

    @Test
    void a_folder_that_only_looks_like_ours_is_left_alone() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("postgresql")).resolve("somebody's file"));
        refused(folder, "kein vollständiger Datenordner", "not a complete data folder");
    }

    @Test
    void a_cluster_without_its_passwords_is_not_overwritten() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("postgresql")).resolve("PG_VERSION"), "18\n");
        refused(folder, "aus einer Sicherung", "from a backup");
    }

    @Test
    void a_password_file_with_a_gap_is_named() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("postgresql")).resolve("PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("passwords"), "postgres=a\npatenbuch_owner=b\n");
        refused(folder, "fehlt das Kennwort von patenbuch_app", "lacks the password of patenbuch_app");
    }

    @Test
    void data_of_another_major_version_is_not_touched() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("postgresql")).resolve("PG_VERSION"), "17\n");
        Files.createFile(folder.resolve("passwords"));
        refused(folder, "gehören zu PostgreSQL 17", "belong to PostgreSQL 17");
    }

    @Test
    void a_file_in_the_place_of_the_folder() throws IOException {
        refused(Files.createFile(folder.resolve("file")), "nicht benutzen", "cannot use");
        refused(folder.resolve("file").resolve("data"), "nicht benutzen", "cannot use");
    }

    @Test
    void a_folder_without_permission_to_write() throws IOException {
        Assumptions.assumeTrue(new UnixSystem().getUid() != 0, "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        refused(folder, "kein Zugriffsrecht", "access denied");
        refused(folder.resolve("data"), "kein Zugriffsrecht", "access denied");
    }

    @ParameterizedTest
    @CsvSource({"windows 11, amd64, false", "linux, riscv64, false", "sunos, sparcv9, false", "linux, aarch64, true"})
    void a_system_without_programs(String system, String processor, boolean alpine) {
        assertThatThrownBy(() -> Programs.archive(system, processor, alpine))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("kein PostgreSQL eingebaut")
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    @ParameterizedTest
    @CsvSource({"linux, amd64, false", "linux, amd64, true", "linux, aarch64, false", "mac os x, aarch64, false"})
    void systems_with_programs(String system, String processor, boolean alpine) {
        assertThat(Programs.archive(system, processor, alpine)).isNotNull();
    }

    @Test
    void a_name_that_a_shell_would_read_otherwise() throws IOException {
        refused(folder.resolve("$HOME"), "Zeichen", "characters");
        refused(folder.resolve("a\"b"), "Zeichen", "characters");
    }

    @Test
    void the_console_shows_the_sentence_and_no_stack_trace(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("PG_VERSION"), "18\n");
        console(() -> new SpringApplication(DatabaseConfiguration.class)
                .run("--spring.main.web-application-type=none", "--patenbuch.data-dir=" + folder));
        assertThat(output)
                .contains("ist kein vollständiger Datenordner von Patenbuch", "not a complete data folder")
                .doesNotContain("\tat org.");
    }

    @Test
    void the_console_says_who_may_be_on_the_port(CapturedOutput output) throws IOException {
        try (var taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            console(() ->
                    new SpringApplication(TomcatServletWebServerAutoConfiguration.class).run("--server.port=" + port));
            assertThat(output)
                    .contains("Auf Port " + port + " läuft schon", "Another program already uses port " + port)
                    .doesNotContain("\tat org.");
        }
    }

    private static void console(Callable<?> start) {
        assertThatThrownBy(start::call).isNotNull();
    }
}
