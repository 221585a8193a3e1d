package org.patenbuch.database;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether the server lives, and starts it again on the same port if something killed it (an
 * operating system short of memory does). It looks instead of waiting for the process to end, since a server that was
 * killed counts as alive where nobody collects dead processes.
 */
final class Watch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final int STOP_SECONDS = 60;

    private final Cluster cluster;
    private final int port;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgresql-watch").factory());

    Watch(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (!cluster.alive()) {
                log.error("PostgreSQL has ended unexpectedly and is started again");
                cluster.startAgain(port);
                log.info("PostgreSQL runs again on 127.0.0.1:{}", port);
            }
        } catch (IOException | RuntimeException e) {
            log.error("PostgreSQL cannot be started again, next try in a second: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
