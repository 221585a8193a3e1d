package org.patenbuch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.database.EmbeddedDatabase;
import org.patenbuch.database.Migrated;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.util.FileSystemUtils;

/**
 * One real cluster per test JVM, the same as in operation (fsync on, two roles), removed when the JVM ends. Every
 * database it gives is fresh: nothing was ever written to it.
 */
public final class TestDatabase {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String NAME = "test-cluster-";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** With every migration applied: {@code app()} for the application, {@code owner()} for the schema. */
    public static DatabaseLogins newDatabase() {
        return OfThisJvm.MIGRATED.copy(newName());
    }

    /** Without anything in it, as on the day an association begins. */
    public static DatabaseLogins emptyDatabase() {
        return OfThisJvm.CLUSTER.create(newName());
    }

    private static String newName() {
        return "test_" + COUNT.incrementAndGet();
    }

    /** Gives a Spring test a fresh database; one line in its {@code @DynamicPropertySource} method. */
    public static DatabaseLogins register(DynamicPropertyRegistry registry) {
        DatabaseLogins logins = newDatabase();
        logins.asSettings().forEach((name, value) -> registry.add(name, () -> value));
        // A fresh database knows nothing of what an earlier run has signed
        String outside = TARGET.resolve("checkpoints-" + UUID.randomUUID()).toString();
        registry.add("patenbuch.evidence.checkpoints-dir", () -> outside);
        return logins;
    }

    private static final class OfThisJvm {
        private static final Path FOLDER =
                TARGET.resolve(NAME + ProcessHandle.current().pid());
        private static final EmbeddedDatabase CLUSTER = start();
        private static final Migrated MIGRATED = migrated();

        private static EmbeddedDatabase start() {
            try {
                removeLeftovers();
                EmbeddedDatabase cluster = EmbeddedDatabase.start(FOLDER, TARGET);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(cluster, FOLDER)));
                return cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Migrated migrated() {
            try {
                return new Migrated(CLUSTER, FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A test JVM that was killed leaves its server running. */
        private static void removeLeftovers() throws IOException {
            try (Stream<Path> all = Files.list(TARGET)) {
                for (Path folder : all.filter(OfThisJvm::leftOver).toList()) {
                    // Killed while it was being thrown away, it would start without fsync, which is refused
                    Files.deleteIfExists(folder.resolve("postgresql/postgresql.auto.conf"));
                    remove(EmbeddedDatabase.start(folder, TARGET), folder);
                }
            }
        }

        private static boolean leftOver(Path folder) {
            String name = folder.getFileName().toString();
            return name.startsWith(NAME)
                    && ProcessHandle.of(Long.parseLong(name.substring(NAME.length())))
                            .isEmpty();
        }

        private static void remove(EmbeddedDatabase cluster, Path folder) {
            try {
                Migrated.close(cluster, folder);
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
