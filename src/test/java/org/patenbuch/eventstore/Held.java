package org.patenbuch.eventstore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.patenbuch.database.DatabaseLogin;

/** Transactions that hold a position for up to some seconds, each beside committed neighbours with old timestamps. */
record Held(int rounds, int seconds) {
    static final String OURS = "SELECT position, partnership || '/' || stream, seq FROM event";
    static final String STOCK = "SELECT globalIndex, aggregateIdentifier, sequenceNumber FROM " + StockReading.TABLE;
    private static final int AT_ONCE = 40;

    void run(DatabaseLogin login) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("held transactions with -Dseed=" + seed);
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(Math.min(rounds, AT_ONCE))) {
            for (int round = 0; round < rounds; round++) {
                Random random = new Random(seed + round);
                String stream = "p/test/" + round;
                all.add(threads.submit(() -> round(login, stream, random)));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    private Void round(DatabaseLogin login, String stream, Random random) throws SQLException, InterruptedException {
        try (LateWriter holder = new LateWriter(login);
                LateWriter neighbour = new LateWriter(login)) {
            holder.append(stream, 0, Instant.now());
            long millis = random.nextInt(seconds * 1_000);
            for (int i = 0; i < 4; i++) {
                neighbour
                        .append(stream + "-neighbour", i, Instant.now().minusSeconds(61 + random.nextInt(3_600)))
                        .commit();
                Thread.sleep(millis / 4);
            }
            holder.commit();
        }
        return null;
    }
}
