package org.patenbuch.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.patenbuch.operation.Tables.Table;
import org.patenbuch.privacy.ErasureList;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts a backup back, all of it or nothing, in one transaction. In that very transaction the keys of everyone who has
 * been erased since are destroyed again, so they never live.
 */
@Component
public class Restore {
    private static final String SERVING = """
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?)""";
    /** The name under which a serving node is known to the database; see application.yml. */
    private static final String SERVER = "patenbuch";

    private final DataSource owner;
    private final Path dataDir;

    @Autowired
    Restore(Flyway flyway, @Value("${patenbuch.data-dir}") Path dataDir) {
        this(flyway.getConfiguration().getDataSource(), dataDir);
    }

    Restore(DataSource owner, Path dataDir) {
        this.owner = owner;
        this.dataDir = dataDir;
    }

    /**
     * @param replace whether what is there may be lost
     * @return how many keys of persons were destroyed again
     * @throws NotABackup if it cannot be put back; nothing has changed then
     */
    public int read(Path backup, boolean replace) throws IOException, SQLException {
        Manifest journal = Manifest.verified(backup.resolve("journal"));
        Manifest keys = Manifest.verified(backup.resolve("keys"));
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            requireFree(connection, replace);
            List<Table> tables = requireKnown(connection, Stream.of(journal, keys));
            Set<String> erased = erased(connection, keys.installation());
            Guards guards = Guards.off(connection);
            empty(connection);
            for (Table table : Tables.inOrder(connection, tables)) {
                fill(connection, table, backup.resolve(table.ofKeys() ? "keys" : "journal"));
            }
            setSequences(connection, journal.sequences());
            letViewsRead(connection, journal.migrations());
            int destroyed = destroyAgain(connection, erased);
            guards.on(connection);
            KeyFiles files = KeyFiles.prepared(backup.resolve("keys"), dataDir);
            connection.commit();
            files.putInPlace();
            return destroyed;
        }
    }

    private static void requireFree(Connection connection, boolean replace) throws SQLException {
        try (PreparedStatement serving = connection.prepareStatement(SERVING)) {
            serving.setString(1, SERVER);
            if (isTrue(serving.executeQuery())) {
                throw new NotABackup("backup.serving");
            }
        }
        try (Statement any = connection.createStatement()) {
            if (!replace && isTrue(any.executeQuery("SELECT EXISTS (SELECT FROM event)"))) {
                throw new NotABackup("backup.replace");
            }
        }
    }

    private static boolean isTrue(ResultSet answer) throws SQLException {
        return answer.next() && answer.getBoolean(1);
    }

    /** A table or column that this version does not have: the backup is of a later one. */
    private static List<Table> requireKnown(Connection connection, Stream<Manifest> parts) throws SQLException {
        Map<String, Set<String>> known =
                Tables.all(connection).stream().collect(Collectors.toMap(Table::name, table -> columns(table)));
        List<Table> tables = parts.flatMap(part -> part.tables().stream()).toList();
        for (Table table : tables) {
            if (!known.getOrDefault(table.name(), Set.of()).containsAll(columns(table))) {
                throw new NotABackup("backup.later", table.name());
            }
        }
        return tables;
    }

    private static Set<String> columns(Table table) {
        return new HashSet<>(List.of(table.columns().split(", ")));
    }

    /** What this database and this data folder know of the same installation. */
    private Set<String> erased(Connection connection, String installation) throws SQLException {
        Set<String> all = ErasureList.read(ErasureList.file(dataDir, installation));
        if (Backup.installation(connection).equals(installation)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT subject FROM keys.erased")) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        }
        return all;
    }

    private static void empty(Connection connection) throws SQLException {
        String all = Tables.all(connection).stream().map(Table::sql).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + all);
        }
    }

    private static void fill(Connection connection, Table table, Path folder) throws IOException, SQLException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(Backup.file(table))))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.sql() + " (" + table.columns() + ") FROM STDIN", in);
        }
    }

    private static void setSequences(Connection connection, Map<String, Long> values) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> value : values.entrySet()) {
                set.setString(1, value.getKey());
                set.setLong(2, value.getValue());
                set.execute();
            }
        }
    }

    /** Views of another version than this one's read the journal anew; otherwise they go on where they were. */
    private static void letViewsRead(Connection connection, String migrations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE token_entry SET owner = NULL"); // of nodes that are no more
            if (!migrations.equals(Tables.migrations(connection))) {
                statement.execute("SELECT view_reads_anew(view) FROM (SELECT view FROM view_position) AS all_views");
            }
        }
    }

    private static int destroyAgain(Connection connection, Set<String> erased) throws SQLException {
        try (PreparedStatement list = connection.prepareStatement(
                        "INSERT INTO keys.erased (subject) SELECT unnest(?) ON CONFLICT DO NOTHING");
                Statement statement = connection.createStatement()) {
            list.setArray(1, connection.createArrayOf("text", erased.toArray()));
            list.executeUpdate();
            return statement.executeUpdate(
                    "DELETE FROM keys.person_key k USING keys.erased e WHERE k.subject = e.subject");
        }
    }
}
