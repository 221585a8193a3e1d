package org.patenbuch.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of one cluster as the operating system sees it. The file with its process id stays after a crash, and the
 * number may by now belong to any other process: only one started with this cluster's folder is this cluster's server.
 */
record ServerProcess(Path cluster) {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int LOOKS = 500;

    boolean alive() throws IOException {
        return named().filter(this::isServerHere).isPresent();
    }

    /**
     * PostgreSQL refuses to start while the number in the file belongs to any process it may signal. Removing the file
     * is safe here: the lock on the data folder keeps other starts out, and PostgreSQL finds processes that still hold
     * the old server's shared memory through that memory's key, not through the file.
     */
    void forgetAnother() throws IOException {
        if (named().isPresent() && !alive()) {
            log.info("{} names a process that is not its server; the file is removed", file());
            Files.delete(file());
        }
    }

    /**
     * Ends what is left when the server itself was killed: a busy connection of it notices only after its statement.
     * What these processes did not commit is lost with them, what they committed is in the write-ahead log.
     */
    void endOrphans() {
        List<ProcessHandle> orphans = orphans();
        orphans.forEach(ProcessHandle::destroyForcibly);
        // Not waited for through onExit: where nobody collects dead processes they count as alive for ever
        for (int look = 0; look < LOOKS && !orphans.isEmpty(); look++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            orphans = orphans();
        }
        if (!orphans.isEmpty()) {
            log.warn("Processes of the former PostgreSQL on {} do not end: {}", cluster, orphans);
        }
    }

    /** Every process of a server works inside its cluster's folder; Linux says so, elsewhere none are found. */
    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            boolean here = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(cluster);
            return here && process.info().command().orElse("").endsWith("/postgres");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file());
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private boolean isServerHere(ProcessHandle process) {
        return Arrays.asList(process.info().arguments().orElse(new String[0])).contains(cluster.toString());
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
