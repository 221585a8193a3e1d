package org.patenbuch.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The PostgreSQL that Patenbuch brings along, as a real database: its data stay in the data folder, every commit is on
 * disk before it is acknowledged, and nobody connects without a password. One process holds a data folder at a time.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "patenbuch";

    private final DataFolder folder;
    private final Cluster cluster;
    private final Passwords passwords;
    private final int port;
    private final Watch watch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DataFolder folder, Cluster cluster, Passwords passwords, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.passwords = passwords;
        this.port = port;
        this.watch = new Watch(cluster, port);
    }

    /** Starts the cluster of a data folder, which is made if there is none; refused with {@link StartRefused}. */
    public static EmbeddedDatabase start(Path dataDir) {
        return start(dataDir, dataDir);
    }

    /** The same with PostgreSQL's programs unpacked elsewhere, so that several data folders can share them. */
    public static EmbeddedDatabase start(Path dataDir, Path programs) {
        URL archive = Programs.archive();
        DataFolder folder = DataFolder.claim(dataDir);
        try {
            Files.deleteIfExists(DataFolder.address(folder.path()));
            var unpacked =
                    Programs.unpack(archive, Files.createDirectories(programs).toRealPath());
            var database = start(folder, new Cluster(folder, unpacked, Account.of(folder.cluster())));
            if (programs.equals(dataDir)) {
                unpacked.removeOthers();
            }
            return database;
        } catch (IOException e) {
            folder.close();
            throw DataFolder.unusable(dataDir, e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, Cluster cluster) throws IOException {
        Passwords passwords = cluster.passwords();
        var database = new EmbeddedDatabase(folder, cluster, passwords, cluster.start());
        try {
            database.open();
            return database;
        } catch (IOException | RuntimeException e) {
            database.stop();
            throw e;
        }
    }

    /** The database of a living Patenbuch that holds the data folder, for a second program beside it. */
    public static Optional<DatabaseLogins> running(Path dataDir) {
        try {
            Path address = DataFolder.address(dataDir);
            if (!Files.exists(address) || !DataFolder.held(dataDir)) {
                return Optional.empty();
            }
            String line = Files.readString(address).strip();
            var logins = logins(line.substring(0, line.indexOf('?')), Passwords.read(dataDir.resolve("passwords")));
            return answers(logins.app()) ? Optional.of(logins) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + dataDir + " cannot be read", e);
        }
    }

    /** Both roles of the ledger's database. */
    public DatabaseLogins logins() {
        return logins(url(NAME), passwords);
    }

    /** Makes another database beside the ledger's, empty, with the same two roles. Name: a-z, 0-9 and underscore. */
    public DatabaseLogins create(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a name for a database: " + name);
        }
        as(superuser(), superuser -> Roles.createDatabase(superuser, name));
        var logins = logins(url(name), passwords);
        as(logins.owner(), Roles::grantUse);
        return logins;
    }

    /** Stops the server in order; connections must be closed before, or they are cut. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            Files.deleteIfExists(DataFolder.address(folder.path()));
            stop();
            log.info("PostgreSQL has stopped");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be stopped", e);
        } finally {
            folder.close();
        }
    }

    private void stop() throws IOException {
        watch.close();
        cluster.stop();
    }

    private void open() throws IOException {
        as(superuser(), superuser -> Roles.create(superuser, passwords));
        DatabaseLogins logins = create(NAME);
        as(logins.app(), ServerSettings::verify);
        PrivateFile.write(DataFolder.address(folder.path()), logins.owner().oneLine() + "\n");
        log.info("PostgreSQL runs on 127.0.0.1:{}, data in {}", port, folder.path());
    }

    private DatabaseLogin superuser() {
        return new DatabaseLogin(url("postgres"), "postgres", passwords.superuser());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static DatabaseLogins logins(String url, Passwords passwords) {
        return new DatabaseLogins(
                new DatabaseLogin(url, Roles.APP, passwords.app()),
                new DatabaseLogin(url, Roles.OWNER, passwords.owner()),
                new DatabaseLogin(url, Roles.AUDITOR, passwords.auditor()));
    }

    private static void as(DatabaseLogin login, Consumer<JdbcClient> work) {
        var connection = new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        try (connection) {
            work.accept(JdbcClient.create(connection));
        }
    }

    private static boolean answers(DatabaseLogin login) {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            return connection.isValid(5);
        } catch (SQLException down) {
            log.debug("{} does not answer: {}", login.url(), down.getSQLState());
            return false;
        }
    }
}
