package org.patenbuch.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose keys were destroyed: a table beside the keys, and the same in the file {@code erased-…} of the data folder, which
 * no backup put back ever overwrites. By the file an older database is known to hold keys that must not live.
 */
@Component
public class ErasureList {
    private static final String ADD = "INSERT INTO keys.erased (subject) SELECT unnest(?) ON CONFLICT DO NOTHING";
    private static final String KEYS_LEFT =
            "DELETE FROM keys.person_key k USING keys.erased e WHERE k.subject = e.subject";

    private final JdbcClient jdbc;
    private final Path dataDir;
    private volatile @Nullable Path known;

    ErasureList(JdbcClient jdbc, @Value("${patenbuch.data-dir}") Path dataDir) {
        this.jdbc = jdbc;
        this.dataDir = dataDir;
    }

    /** Where the list of one installation stands outside the database: one subject a line. */
    public static Path file(Path dataDir, String installation) {
        return dataDir.resolve("erased-" + installation);
    }

    private Path file() {
        if (known == null) {
            known = file(
                    dataDir,
                    jdbc.sql("SELECT id FROM keys.installation")
                            .query(String.class)
                            .single());
        }
        return known;
    }

    /** The list in a file; empty if there is none. */
    public static Set<String> read(Path file) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean contains(String subject) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM keys.erased WHERE subject = ?)")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    /** In the present transaction; in the file once it has been committed. */
    void add(Collection<String> subjects) {
        jdbc.sql(ADD).param(subjects.toArray(String[]::new)).update();
        List<String> kept = List.copyOf(subjects);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write(kept);
                }
            });
        } else {
            write(kept);
        }
    }

    /**
     * Makes table and file say the same, and destroys every key of whom either names.
     *
     * @return of whom the table did not know: an older database was put back
     */
    public Set<String> reconcile() {
        Set<String> inFile = read(file());
        Set<String> inTable = new TreeSet<>(
                jdbc.sql("SELECT subject FROM keys.erased").query(String.class).list());
        Set<String> revived = new TreeSet<>(inFile);
        revived.removeAll(inTable);
        jdbc.sql(ADD).param(revived.toArray(String[]::new)).update();
        jdbc.sql(KEYS_LEFT).update();
        inTable.removeAll(inFile);
        write(inTable);
        return revived;
    }

    private synchronized void write(Collection<String> subjects) {
        Path file = file();
        try {
            List<String> lines = new ArrayList<>(subjects);
            lines.removeAll(read(file));
            if (lines.isEmpty()) {
                return;
            }
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, lines, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
