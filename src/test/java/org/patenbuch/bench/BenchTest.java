package org.patenbuch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.patenbuch.TestDatabase;
import org.patenbuch.bench.Results.Line;
import org.patenbuch.eventstore.Node;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;

/** How fast the ledger is, each time beside something real on the same machine: ratios, not records. */
@Tag("bench")
@TestMethodOrder(MethodOrderer.MethodName.class)
class BenchTest {
    private static final int CALLERS = 16;
    private static final List<String> POOL = List.of("spring.datasource.hikari.maximum-pool-size=20");
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Results results = new Results();
    private static double stockUpserts;

    @AfterAll
    static void write() throws IOException {
        results.write();
    }

    @Test
    void s1_commands_against_raw_inserts() {
        try (Node node = Node.start(TestDatabase.newDatabase(), POOL);
                Callers callers = new Callers(CALLERS)) {
            World.prepare(node::send);
            node.stopViews();
            World world = new World();
            Rounds rounds = Rounds.alternating(
                    ROUNDS, () -> callers.during(ROUND, commands(node, world)), () -> rawInserts(node, callers));
            results.add(line("S1", "LogHours through the ledger", rounds, "raw insert and commit", "≥ 0.5"));
        }
    }

    @Test
    void s2_commands_against_the_stock_starter() throws InterruptedException {
        var database = TestDatabase.newDatabase();
        var stockDatabase = TestDatabase.newDatabase();
        StockApp.createTables(stockDatabase);
        try (Node node = Node.start(database, POOL);
                StockApp stock = new StockApp(stockDatabase, 20, "months");
                Callers callers = new Callers(CALLERS)) {
            World.prepare(node::send);
            World ours = new World();
            World theirs = new World();
            Rounds rounds = Rounds.alternating(
                    ROUNDS,
                    () -> callers.during(ROUND, commands(node, ours)),
                    () -> callers.during(ROUND, caller -> stock.send(visit(theirs, caller))));
            results.add(line("S2", "the same, views hearing", rounds, "stock starter, processor hearing", "≥ 10"));
        }
        try (StockApp replaying = new StockApp(stockDatabase, 20, "months-again")) {
            stockUpserts = replaying.processing(Math.min(10_000, 2_000L * ROUNDS));
        }
    }

    @Test
    void s4_rebuild_of_both_views() throws SQLException {
        long events = Long.getLong("bench.events", 1_000_000);
        var database = TestDatabase.newDatabase();
        try (Node node = Node.start(database, POOL)) {
            node.stopViews();
            World.prepare(node::send);
            World.fill(node.jdbc(), events);
            double[] reading = new double[3];
            for (int round = 0; round < reading.length; round++) {
                reading[round] = Rebuild.sequentialRead(node.bean(DataSource.class));
            }
            double seconds = Rebuild.ofBothViews(node);
            double read = Rounds.median(reading);
            results.add(new Line(
                    "S4",
                    "rebuild of both views from " + events + " events",
                    number(seconds) + " s",
                    "sequential read into memory, " + number(read) + " s",
                    seconds / read,
                    "read " + Rounds.spread(reading) + " s",
                    "≤ 4"));
            LookingBack.lines(node, events).forEach(results::add);
            assertThat(stockUpserts).as("rate of the stock processor").isPositive();
            results.add(new Line(
                    "S5",
                    "the same, in events a second",
                    number(events / seconds) + "/s",
                    "stock processor, one upsert per event, " + number(stockUpserts) + "/s",
                    events / seconds / stockUpserts,
                    "one run",
                    "≥ 10"));
        }
    }

    private static Callers.Call commands(Node node, World world) {
        return caller -> node.send(world.nextVisit(caller, CALLERS));
    }

    private static double rawInserts(Node node, Callers callers) {
        try (RawInsert raw = new RawInsert(node.bean(DataSource.class), CALLERS)) {
            return callers.during(ROUND, raw::by);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StockApp.Visit visit(World world, int caller) {
        LogHours visit = (LogHours) world.nextVisit(caller, CALLERS);
        return new StockApp.Visit(visit.stream(), visit.id(), visit.on(), visit.minutes());
    }

    private static Line line(String id, String what, Rounds rounds, String against, String reach) {
        return new Line(
                id,
                what + ", " + CALLERS + " callers",
                number(Rounds.median(rounds.first())) + "/s",
                against + ", " + number(Rounds.median(rounds.second())) + "/s",
                Rounds.median(rounds.ratios()),
                Rounds.spread(rounds.ratios()),
                reach);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }
}
