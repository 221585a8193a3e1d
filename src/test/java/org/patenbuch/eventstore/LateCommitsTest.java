package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.eventstore.Reading.Seen;
import org.patenbuch.eventstore.Reading.Verdict;

/**
 * Many writers that commit late, roll back, take their ids early and date their events back; and beside the real
 * reading those that are nearly right, and Axon's own. Only the real one may come out clean.
 */
class LateCommitsTest {
    private static final String OURS = "ours";
    private static final String CURSOR = "cursor";
    private static final String TRANSACTION_ORDER = "transaction order";
    private static final String OLDER_ID = "mark by an older id";
    private static final String SNAPSHOT_END = "mark by the snapshot's end";
    private static final String STOCK = "stock engine";

    @Test
    void no_event_is_missed_or_swapped_while_32_writers_commit_late() throws Exception {
        Map<String, Verdict> verdicts = follow(new Storm(32, 6_000, 40, 5));

        assertThat(verdicts.get(OURS)).matches(Verdict::right, "right");
        assertThat(verdicts.get(CURSOR).missed()).isPositive();
        assertThat(verdicts.get(STOCK).missed()).isPositive();
    }

    @Test
    @Tag("faults")
    void no_event_is_missed_or_swapped_while_64_writers_commit_late() throws Exception {
        Map<String, Verdict> verdicts = follow(new Storm(64, 120_000, 80, 20));

        assertThat(verdicts.get(OURS)).matches(Verdict::right, "right");
        assertThat(verdicts.get(CURSOR).missed()).isPositive();
        assertThat(verdicts.get(STOCK).missed()).isPositive();
        assertThat(verdicts.get(OLDER_ID).missed()).isPositive();
        assertThat(verdicts.get(SNAPSHOT_END).missed()).isPositive();
        assertThat(verdicts.get(TRANSACTION_ORDER).disordered()).isPositive();
    }

    @Test
    void no_event_of_a_transaction_held_for_seconds_is_missed() throws Exception {
        held(new Held(10, 3));
    }

    @Test
    @Tag("faults")
    void no_event_of_a_transaction_held_for_two_minutes_is_missed() throws Exception {
        held(new Held(200, 120));
    }

    private static void held(Held held) throws Exception {
        var database = TestDatabase.newDatabase();
        try (Node node = Node.start(database)) {
            StockReading.createTables(database);
            try (Following following =
                    new Following(Map.of(OURS, new OurReading(node), STOCK, new StockReading(node)))) {
                held.run(database.app());
                following.finish();
                assertThat(following.verdict(OURS, committed(node, Held.OURS))).matches(Verdict::right, "right");
                assertThat(following.verdict(STOCK, committed(node, Held.STOCK)).missed())
                        .isPositive();
            }
        }
    }

    private static Map<String, Verdict> follow(Storm storm) throws Exception {
        var database = TestDatabase.newDatabase();
        try (Node node = Node.start(database)) {
            StockReading.createTables(database);
            Map<String, Reading> readings = readings(node, database.app());
            try (Following following = new Following(readings)) {
                storm.run(database.app());
                following.finish();
                Map<String, Verdict> verdicts = new LinkedHashMap<>();
                readings.keySet()
                        .forEach(name -> verdicts.put(
                                name,
                                following.verdict(name, committed(node, name.equals(STOCK) ? Held.STOCK : Held.OURS))));
                System.out.println(storm + ": " + verdicts);
                return verdicts;
            }
        }
    }

    private static Map<String, Reading> readings(Node node, DatabaseLogin login) throws SQLException {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put(OURS, new OurReading(node));
        readings.put(CURSOR, new WrongReadings.Cursor(LateWriter.connect(login)));
        readings.put(TRANSACTION_ORDER, new WrongReadings.TransactionOrder(LateWriter.connect(login)));
        readings.put(OLDER_ID, new WrongReadings.MarkByOlderTransaction(LateWriter.connect(login), () -> {}));
        readings.put(SNAPSHOT_END, new WrongReadings.MarkBySnapshotEnd(LateWriter.connect(login)));
        readings.put(STOCK, new StockReading(node));
        return readings;
    }

    private static List<Seen> committed(Node node, String sql) {
        return node.jdbc()
                .sql(sql)
                .query((row, n) -> new Seen(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
