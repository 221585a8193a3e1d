package org.patenbuch.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Databases with every migration applied, and empty: the first one is migrated, the others are copies of it made by
 * PostgreSQL, in a tenth of the time.
 */
public final class Migrated {
    private static final String ORIGINAL = "migrated";

    private final EmbeddedDatabase cluster;
    private final Path folder;
    private DatabaseLogins original;

    /** @param folder the cluster's data folder, which holds its superuser's password */
    public Migrated(EmbeddedDatabase cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /** @param name letters, digits and underscores */
    public synchronized DatabaseLogins copy(String name) throws IOException {
        if (original == null) original = migrate(cluster.create(ORIGINAL));
        String url = original.owner().url().replaceFirst("/" + ORIGINAL + "$", "/");
        String password = Passwords.read(folder.resolve("passwords")).superuser();
        var connection = new SingleConnectionDataSource(url + "postgres", "postgres", password, true);
        JdbcClient superuser = JdbcClient.create(connection);
        for (String statement : List.of(
                "create database " + name + " owner " + Roles.OWNER + " template " + ORIGINAL,
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + Roles.APP)) {
            superuser.sql(statement).update();
        }
        connection.destroy();
        DatabaseLogins copy = cluster.create(name);
        DatabaseLogin owner = copy.owner();
        JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()))
                .sql("update keys.installation set id = gen_random_uuid()")
                .update();
        return copy;
    }

    private static DatabaseLogins migrate(DatabaseLogins empty) {
        DatabaseLogin owner = empty.owner();
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .placeholders(Map.of("app", empty.app().user()))
                .outOfOrder(true)
                .load()
                .migrate();
        return empty;
    }
}
