package org.patenbuch.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that holds the cluster, held by one process at a time through a lock that ends with the process. */
final class DataFolder implements AutoCloseable {
    /** PostgreSQL reads the data of one major version only. */
    static final String MAJOR = "18";

    /** Closing any channel on a file drops every lock this JVM has on it, so a second try must not even open it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder claim(Path wanted) {
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Path absolute = wanted.toAbsolutePath().normalize();
            Files.createDirectories(absolute, mode);
            Path real = absolute.toRealPath();
            refuseForShell(real);
            refuseForeign(real);
            return new DataFolder(real, lock(real));
        } catch (IOException e) {
            throw unusable(wanted, e);
        }
    }

    static StartRefused unusable(Path folder, IOException e) {
        boolean denied = e instanceof AccessDeniedException;
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        String what = reason == null ? e.getClass().getSimpleName() : reason;
        return new StartRefused(
                "Patenbuch kann den Datenordner " + folder + " nicht benutzen ("
                        + (denied ? "kein Zugriffsrecht" : what)
                        + "); beheben Sie das oder nennen Sie mit PATENBUCH_DATA_DIR einen anderen Ordner.",
                "Patenbuch cannot use the data folder " + folder + " (" + (denied ? "access denied" : what)
                        + "); put that right or name another folder with PATENBUCH_DATA_DIR.",
                e);
    }

    /** Whether a living Patenbuch, in this process or another, has the folder. */
    static boolean held(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (HELD.contains(real)) {
            return true;
        }
        try (var channel = FileChannel.open(real.resolve("lock"), StandardOpenOption.READ);
                var free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        if (!HELD.add(folder)) {
            throw inUse(folder);
        }
        FileChannel channel = null;
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            channel = FileChannel.open(
                    folder.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode);
            if (channel.tryLock() == null) {
                throw inUse(folder);
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(folder);
            throw e;
        }
    }

    private static StartRefused inUse(Path folder) {
        return new StartRefused(
                "Den Datenordner " + folder + " benutzt schon ein laufendes Patenbuch; beenden Sie es oder nennen Sie"
                        + " mit PATENBUCH_DATA_DIR einen anderen Ordner.",
                "A running Patenbuch already uses the data folder " + folder + "; stop it or name another folder with"
                        + " PATENBUCH_DATA_DIR.");
    }

    /** PostgreSQL's pg_ctl hands the path to a shell inside double quotes. */
    private static void refuseForShell(Path folder) {
        if (folder.toString().matches("(?s).*[\"$`\\\\\n].*")) {
            throw new StartRefused(
                    "Der Name des Datenordners " + folder + " enthält Zeichen, mit denen PostgreSQL nicht umgehen kann"
                            + " (\" $ ` \\); nennen Sie mit PATENBUCH_DATA_DIR einen anderen Ordner.",
                    "The name of the data folder " + folder + " contains characters that PostgreSQL cannot handle"
                            + " (\" $ ` \\); name another folder with PATENBUCH_DATA_DIR.");
        }
    }

    private static void refuseForeign(Path folder) throws IOException {
        Path cluster = folder.resolve("postgresql");
        Path version = cluster.resolve("PG_VERSION");
        boolean foreign = Files.exists(folder.resolve("PG_VERSION"))
                || Files.exists(cluster) && !(Files.exists(version) && Files.exists(folder.resolve("passwords")));
        if (foreign) {
            throw new StartRefused(
                    "Der Ordner " + folder + " ist kein vollständiger Datenordner von Patenbuch; nennen Sie mit"
                            + " PATENBUCH_DATA_DIR einen anderen oder stellen Sie ihn aus einer Sicherung wieder her.",
                    "The folder " + folder + " is not a complete data folder of Patenbuch; name another one with"
                            + " PATENBUCH_DATA_DIR or restore it from a backup.");
        }
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            String found = Files.readString(version).strip();
            throw new StartRefused(
                    "Die Daten in " + folder + " gehören zu PostgreSQL " + found + ", dieses Patenbuch bringt " + MAJOR
                            + " mit; starten Sie die frühere Fassung und übertragen Sie die Daten.",
                    "The data in " + folder + " belong to PostgreSQL " + found + ", this Patenbuch brings " + MAJOR
                            + "; start the earlier release and transfer the data.");
        }
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("postgresql");
    }

    Path passwords() {
        return path.resolve("passwords");
    }

    static Path address(Path folder) {
        return folder.resolve("jdbc-url");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock on " + path + " cannot be released", e);
        } finally {
            HELD.remove(path);
        }
    }
}
