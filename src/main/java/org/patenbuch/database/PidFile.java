package org.patenbuch.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which a PostgreSQL server leaves its process id. After a crash it stays, and the number may by now
 * belong to any other process: only one that was started with this cluster's folder is this cluster's server.
 */
record PidFile(Path cluster) {
    private static final Logger log = LoggerFactory.getLogger(PidFile.class);

    Optional<ProcessHandle> server() throws IOException {
        return process().filter(this::isServerHere);
    }

    /**
     * PostgreSQL refuses to start while the number belongs to any process it may signal. Removing the file is safe
     * here: the lock on the data folder keeps other starts out, and processes of the old server that still hold its
     * shared memory are recognised through that memory's key.
     */
    void removeIfOfAnother() throws IOException {
        if (process().isPresent() && server().isEmpty()) {
            log.info("{} names a process that is not its server; the file is removed", file());
            Files.delete(file());
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
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
