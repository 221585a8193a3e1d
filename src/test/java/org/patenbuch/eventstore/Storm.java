package org.patenbuch.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.patenbuch.database.DatabaseLogin;

/**
 * Writers at their worst: pauses before and after each insert, a tenth rolled back, a third with their id taken before
 * they wait for their stream, a tenth of the events dated back by up to a year. The seed is printed.
 *
 * @param pauseMillis the longest pause; most are short
 */
record Storm(int writers, int events, int pauseMillis, int eventsPerCommit, long seed) {
    Storm(int writers, int events, int pauseMillis, int eventsPerCommit) {
        this(writers, events, pauseMillis, eventsPerCommit, Long.getLong("seed", System.nanoTime()));
    }

    /** One stream: whoever writes to it holds it until the end of the transaction, as the ledger does. */
    private static final class Line {
        private final String name;
        private long next;

        Line(int n) {
            name = "p" + n % 3 + "/test/" + n;
        }
    }

    void run(DatabaseLogin login) throws Exception {
        System.out.println("storm with -Dseed=" + seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < writers * 2; i++) {
            lines.add(new Line(i));
        }
        var left = new AtomicInteger(events);
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                Random random = new Random(seed + i);
                all.add(threads.submit(() -> write(login, lines, left, random)));
            }
        }
        for (Future<?> writer : all) {
            writer.get();
        }
    }

    private Void write(DatabaseLogin login, List<Line> lines, AtomicInteger left, Random random) throws Exception {
        try (LateWriter writer = new LateWriter(login)) {
            while (left.get() > 0) {
                if (random.nextInt(3) == 0) {
                    writer.takeId();
                    pause(random);
                }
                Line line = lines.get(random.nextInt(lines.size()));
                synchronized (line) {
                    left.addAndGet(-transaction(writer, line, random));
                }
            }
        }
        return null;
    }

    private int transaction(LateWriter writer, Line line, Random random) throws SQLException, InterruptedException {
        int count = 1 + random.nextInt(eventsPerCommit);
        pause(random);
        for (int i = 0; i < count; i++) {
            Instant at = Instant.now().minusSeconds(random.nextInt(10) == 0 ? random.nextInt(31_536_000) : 0);
            writer.append(line.name, line.next + i, at);
        }
        pause(random);
        if (random.nextInt(10) == 0) {
            writer.rollback();
            return 0;
        }
        writer.commit();
        line.next += count;
        return count;
    }

    private void pause(Random random) throws InterruptedException {
        double most = random.nextDouble();
        Thread.sleep((long) (pauseMillis * most * most * most));
    }
}
