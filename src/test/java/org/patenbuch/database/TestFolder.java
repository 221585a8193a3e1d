package org.patenbuch.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Data folders for tests, which share the unpacked programs: unpacking takes longer than everything else. */
final class TestFolder {
    static final Path PROGRAMS = Path.of("target").toAbsolutePath();

    private TestFolder() {}

    static EmbeddedDatabase start(Path folder) {
        return EmbeddedDatabase.start(folder, PROGRAMS);
    }

    static JdbcClient as(DatabaseLogin login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }

    /** The superuser, whose password only the folder's file has. */
    static DatabaseLogin superuser(EmbeddedDatabase database, Path folder) throws IOException {
        String url = database.logins().app().url();
        return new DatabaseLogin(
                url, "postgres", Passwords.read(folder.resolve("passwords")).superuser());
    }

    static long serverPid(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst());
    }
}
