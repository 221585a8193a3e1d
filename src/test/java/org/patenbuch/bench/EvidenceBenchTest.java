package org.patenbuch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.TestDatabase;
import org.patenbuch.bench.Results.Line;
import org.patenbuch.eventstore.Node;
import org.patenbuch.eventstore.Tide;
import org.patenbuch.eventstore.Together;
import org.patenbuch.evidence.LargePack;
import org.patenbuch.evidence.SealerParts;

/** S10: what sealing costs and how late it is. S11: how fast a pack is checked. */
@Tag("bench")
class EvidenceBenchTest {
    private static final int CALLERS = 16;
    private static final int AT_ONCE = 10;
    private static final long A_SECOND = 1_000;
    /** Between two calls of one caller, so that all of them together record {@value #A_SECOND} visits a second. */
    private static final long BEAT_MILLIS = TimeUnit.SECONDS.toMillis(CALLERS * AT_ONCE) / A_SECOND;

    private static final List<String> POOL = List.of("spring.datasource.hikari.maximum-pool-size=20");
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Results results = new Results();

    @TempDir
    private Path folder;

    @AfterAll
    static void write() throws IOException {
        results.write("evidence");
    }

    @Test
    void s10_sealing_against_not_sealing() throws Exception {
        try (Node node = Node.start(TestDatabase.newDatabase(), POOL, SealerParts.class);
                Callers callers = new Callers(CALLERS)) {
            World.prepare(node::send);
            node.stopViews();
            // In an installation the horizon moves for the views, sealer or not: it is no part of what sealing costs
            Tide.Listening views = node.bean(Tide.class).whenMoved(() -> {});
            World world = new World();
            Rounds rounds = Rounds.alternating(ROUNDS, () -> sealed(node, callers, world), () -> {
                SealerParts.stop(node);
                return callers.during(ROUND, commands(node, world));
            });
            results.add(new Line(
                    "S10",
                    "LogHours with the sealer on, 16 callers",
                    number(Rounds.median(rounds.first())) + "/s",
                    "sealer off, " + number(Rounds.median(rounds.second())) + "/s",
                    Rounds.median(rounds.ratios()),
                    Rounds.spread(rounds.ratios()),
                    "≥ 0.95"));
            views.close();
            lag(node, callers, world);
        }
    }

    /** What was recorded while the sealer was off is sealed before the round begins: it is not this round's. */
    private static double sealed(Node node, Callers callers, World world) {
        SealerParts.start(node);
        SealerParts.awaitSealed(node.jdbc());
        return callers.during(ROUND, commands(node, world));
    }

    private static Callers.Call commands(Node node, World world) {
        return caller -> node.send(world.nextVisit(caller, CALLERS));
    }

    /**
     * At 1,000 events a second, each caller on its own beat and {@value #AT_ONCE} visits at a time, as an import records
     * them: from the answer to a command to the checkpoint that seals it.
     */
    private static void lag(Node node, Callers callers, World world) throws InterruptedException {
        SealerParts.start(node);
        TimeUnit.SECONDS.sleep(2); // what came before
        var answered = new ConcurrentSkipListMap<Long, Long>();
        Together together = node.bean(Together.class);
        AtomicLongArray due = new AtomicLongArray(CALLERS);
        double rate = AT_ONCE
                * callers.during(ROUND.multipliedBy(2), caller -> {
                    List<Long> positions = together.record(() -> IntStream.range(0, AT_ONCE)
                            .mapToObj(_ ->
                                    node.send(world.nextVisit(caller, CALLERS)).position())
                            .toList());
                    long now = System.currentTimeMillis();
                    positions.forEach(position -> answered.put(position, now));
                    due.compareAndSet(caller, 0, now + caller * BEAT_MILLIS / CALLERS);
                    TimeUnit.MILLISECONDS.sleep(due.addAndGet(caller, BEAT_MILLIS) - now);
                });
        TimeUnit.SECONDS.sleep(2);
        var sealed = new ConcurrentSkipListMap<Long, Long>();
        node.jdbc().sql("""
                        SELECT l.position, (extract(epoch FROM c.made_at) * 1000)::bigint FROM evidence.checkpoint c
                        JOIN evidence.leaf l ON l.partnership = c.partnership AND l.no = c.size""").query(row -> {
            sealed.put(row.getLong(1), row.getLong(2));
        });
        double[] late = answered.entrySet().stream()
                .mapToDouble(one -> sealed.ceilingEntry(one.getKey()).getValue() - one.getValue())
                .sorted()
                .toArray();
        double p99 = late[(int) (late.length * 0.99)];
        results.add(new Line(
                "S10",
                "lag of the seal, p99",
                number(p99) + " ms",
                "at " + number(rate) + " events/s, " + late.length + " events",
                p99 / 500,
                "median " + number(Rounds.median(late)) + " ms, most "
                        + number(Arrays.stream(late).max().orElse(0)) + " ms",
                "≤ 500 ms"));
    }

    @Test
    void s11_offline_verify_against_sha256sum() throws Exception {
        int entries = Integer.getInteger("bench.entries", 1_000_000);
        LargePack.write(folder, entries);
        double[] speeds = new double[ROUNDS];
        double[] against = new double[ROUNDS];
        LargePack.verify(folder);
        for (int round = 0; round < ROUNDS; round++) {
            speeds[round] = LargePack.verify(folder);
            against[round] = entries / sha256sum();
        }
        results.add(new Line(
                "S11",
                "offline verify of " + entries + " entries, one thread",
                number(Rounds.median(speeds)) + " entries/s",
                "sha256sum of the same bytes, " + number(Rounds.median(against)) + " entries/s",
                Rounds.median(speeds) / Rounds.median(against),
                number(Rounds.sorted(speeds)[0]) + " to " + number(Rounds.sorted(speeds)[ROUNDS - 1]),
                "≥ 200,000 entries/s"));
    }

    private double sha256sum() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder("sha256sum", "journal.ndjson", "events.ndjson")
                .directory(folder.toFile())
                .redirectOutput(Files.createTempFile(folder, "sum", ".txt").toFile())
                .start();
        process.waitFor();
        return (System.nanoTime() - start) / 1e9;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
