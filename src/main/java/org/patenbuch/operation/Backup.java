package org.patenbuch.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.patenbuch.operation.Tables.Table;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Writes everything there is into a folder of its own, as of one moment, while the ledger goes on: the journal and all
 * else in {@code journal}, the keys of persons and of this installation in {@code keys}, since keys must be kept apart
 * and shorter. A folder by its final name is whole.
 */
@Component
public class Backup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'patenbuch-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ONE_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final DataSource owner;
    private final Path dataDir;
    private final Clock clock;

    Backup(Flyway flyway, @Value("${patenbuch.data-dir}") Path dataDir, Clock clock) {
        this.owner = flyway.getConfiguration().getDataSource();
        this.dataDir = dataDir;
        this.clock = clock;
    }

    /** @return the new folder in {@code out}; two backups of the same second have two names */
    public Path write(Path out) throws IOException, SQLException {
        Files.createDirectories(out);
        String name = NAME.format(clock.instant());
        Path draft = null;
        Path target = null;
        for (int n = 1; draft == null; n++) {
            target = out.resolve(n == 1 ? name : name + "-" + n);
            draft = claimed(target);
        }
        try {
            fill(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } finally {
            FileSystemUtils.deleteRecursively(draft);
        }
    }

    private static Path claimed(Path target) throws IOException {
        try {
            Path draft = PrivateFiles.folder(target.resolveSibling(target.getFileName() + ".unfinished"));
            if (Files.exists(target)) {
                Files.delete(draft);
                return null;
            }
            return draft;
        } catch (FileAlreadyExistsException another) {
            return null;
        }
    }

    private void fill(Path draft) throws IOException, SQLException {
        Path journal = PrivateFiles.folder(draft.resolve("journal"));
        Path keys = PrivateFiles.folder(draft.resolve("keys"));
        PrivateFiles.write(
                draft.resolve("READ-ME.txt"), new ClassPathResource("database/backup.txt").getContentAsByteArray());
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_MOMENT);
            List<Table> tables = Tables.all(connection);
            part(
                    connection,
                    journal,
                    tables.stream().filter(table -> !table.ofKeys()).toList());
            copyKeyFiles(keys);
            part(connection, keys, tables.stream().filter(Table::ofKeys).toList());
            statement.execute("COMMIT");
        }
    }

    private void part(Connection connection, Path folder, List<Table> tables) throws IOException, SQLException {
        for (Table table : tables) {
            try (OutputStream out = new GZIPOutputStream(PrivateFiles.writing(folder.resolve(file(table))))) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + table.sql() + " (" + table.columns() + ") TO STDOUT", out);
            }
        }
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files(folder)) {
            sums.put(file.getFileName().toString(), Manifest.sha256(file));
        }
        new Manifest(
                        Manifest.VERSION,
                        installation(connection),
                        clock.instant().toString(),
                        Tables.migrations(connection),
                        tables,
                        sums,
                        Tables.sequences(connection))
                .write(folder);
    }

    static String file(Table table) {
        return table.name() + ".copy.gz";
    }

    static String installation(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM keys.installation")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Every secret of the installation itself is a file {@code ….key} in the data folder. */
    private void copyKeyFiles(Path keys) throws IOException {
        for (Path file : files(dataDir)) {
            if (file.getFileName().toString().endsWith(".key")) {
                PrivateFiles.write(
                        keys.resolve(file.getFileName()),
                        Files.readString(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
