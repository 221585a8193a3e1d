package org.patenbuch.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.patenbuch.eventstore.Reading.Seen;
import org.patenbuch.eventstore.Reading.Verdict;

/** Several readings at once, each looking again every few milliseconds until it is told to finish. */
class Following implements AutoCloseable {
    private final Map<String, Reading> readings;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean finished;

    Following(Map<String, Reading> readings) {
        this.readings = readings;
        readings.values().forEach(reading -> running.add(threads.submit(() -> follow(reading))));
    }

    private Void follow(Reading reading) throws SQLException, InterruptedException {
        while (!finished) {
            reading.look();
            Thread.sleep(ThreadLocalRandom.current().nextInt(2, 15));
        }
        // A transaction that is older than the last writer's may still be ending, one of another reading for instance
        for (int turn = 0; turn < 25; turn++) {
            reading.look();
            Thread.sleep(20);
        }
        return null;
    }

    /** After all writers have ended: half a second of last looks, and then no more. */
    void finish() throws Exception {
        finished = true;
        for (Future<?> reader : running) {
            reader.get();
        }
    }

    Verdict verdict(String name, List<Seen> committed) {
        return Verdict.of(committed, readings.get(name).seen());
    }

    @Override
    public void close() throws SQLException {
        finished = true;
        threads.close();
        for (Reading reading : readings.values()) {
            reading.close();
        }
    }
}
