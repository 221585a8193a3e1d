package org.patenbuch.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the server is set up, written before every start, and whether it runs with what a ledger cannot do without. */
record ServerSettings(Path cluster) {
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");

    void write(Account account) throws IOException {
        for (String name : List.of("postgresql.conf", "pg_hba.conf")) {
            PrivateFile.write(
                    cluster.resolve(name), new ClassPathResource("database/" + name).getContentAsString(UTF_8));
            account.own(cluster.resolve(name));
        }
        Path log = cluster.resolve("log");
        if (!Files.exists(log)) {
            Files.createDirectory(
                    log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.own(log);
        }
    }

    /** Asks as the application's role, since a setting may also be changed for one role or one database. */
    static void verify(JdbcClient app) {
        for (String setting : DURABLE) {
            String value = app.sql("select current_setting(:name)")
                    .param("name", setting)
                    .query(String.class)
                    .single();
            if (!value.equals("on")) {
                throw new StartRefused(
                        "PostgreSQL läuft mit " + setting + "=" + value + ", so könnten bestätigte Einträge verloren"
                                + " gehen; nehmen Sie die Einstellung zurück (in postgresql.auto.conf, oder mit ALTER"
                                + " ROLE oder DATABASE … RESET).",
                        "PostgreSQL runs with " + setting + "=" + value
                                + ", so acknowledged entries could be lost; take"
                                + " the setting back (in postgresql.auto.conf, or with ALTER ROLE or DATABASE …"
                                + " RESET).");
            }
        }
    }
}
