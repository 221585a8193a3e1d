package org.patenbuch.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Databases with every migration applied, and empty: the first one is migrated, the others are copies of it made by
 * PostgreSQL, in a tenth of the time.
 */
public final class Migrated {
    private static final String ORIGINAL = "migrated";

    private final DatabaseLogins original;
    private final JdbcClient superuser;

    /** @param folder the cluster's data folder, which holds its superuser's password */
    public Migrated(EmbeddedDatabase cluster, Path folder) throws IOException {
        original = cluster.create(ORIGINAL);
        migrate(original);
        DatabaseLogin login = TestFolder.superuser(cluster, folder);
        superuser =
                JdbcClient.create(new SingleConnectionDataSource(login.url(), login.user(), login.password(), true));
    }

    /** @param name letters, digits and underscores */
    public synchronized DatabaseLogins copy(String name) {
        for (String statement : List.of(
                "create database " + name + " owner " + Roles.OWNER + " template " + ORIGINAL,
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + Roles.APP + ", " + Roles.AUDITOR)) {
            superuser.sql(statement).update();
        }
        DatabaseLogin owner = named(original.owner(), name);
        TestFolder.as(owner)
                .sql("update keys.installation set id = gen_random_uuid()")
                .update();
        return new DatabaseLogins(named(original.app(), name), owner, named(original.auditor(), name));
    }

    /** Stops a cluster whose folder is thrown away: its last checkpoint need not wait for the disk. */
    public static void close(EmbeddedDatabase cluster, Path folder) throws IOException {
        try (cluster) {
            JdbcClient superuser = TestFolder.as(TestFolder.superuser(cluster, folder));
            superuser.sql("alter system set fsync = off").update();
            superuser.sql("select pg_reload_conf()").query(Boolean.class).single();
        }
    }

    private static DatabaseLogin named(DatabaseLogin login, String database) {
        String url = login.url();
        return new DatabaseLogin(url.substring(0, url.lastIndexOf('/') + 1) + database, login.user(), login.password());
    }

    private static void migrate(DatabaseLogins empty) {
        DatabaseLogin owner = empty.owner();
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .placeholders(Map.of("app", empty.app().user()))
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
