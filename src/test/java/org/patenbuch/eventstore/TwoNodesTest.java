package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.projections.HeardView;
import org.springframework.boot.logging.LoggingSystem;

/** Two nodes, one PostgreSQL: started together on an empty database, writing to the same streams, sharing the views. */
class TwoNodesTest {
    private static final int CALLERS = 4;
    private static final int COMMANDS = 40;

    @Test
    void two_nodes_share_one_journal_and_hand_their_views_over() throws Exception {
        DatabaseLogins database = TestDatabase.newDatabase();
        HeardView.createTables(database);
        // Boot sets up the log once for a whole JVM, and not for two that start at the same moment
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        CompletableFuture<Node> starting = CompletableFuture.supplyAsync(() -> Node.start(database, HeardView.class));
        Node one = Node.start(database, HeardView.class);
        Node two = starting.join();
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        try (one;
                two) {
            one.send(Samples.found("p"));
            everyCommandOfBothIsRecordedOnce(one, two);
            heardEverythingOnce(one);
            assertThat(List.of(given(one), given(two)))
                    .as("one node hears, one stands by")
                    .contains(0);

            boolean first = given(one) > 0;
            (first ? one : two).close();
            Node heir = first ? two : one;
            for (int i = 0; i < 10; i++) {
                heir.send(Samples.partner("p", "P-after-" + i));
            }
            heardEverythingOnce(heir);
            assertThat(given(heir)).isPositive();
        }
    }

    private static int given(Node node) {
        return node.bean(HeardView.class).given();
    }

    private static void everyCommandOfBothIsRecordedOnce(Node one, Node two) throws Exception {
        List<Future<Receipt>> receipts = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(2 * CALLERS)) {
            for (Node node : List.of(one, two)) {
                for (int i = 0; i < CALLERS * COMMANDS / 2; i++) {
                    String id = "R-" + (node == one ? 1 : 2) + "-" + i;
                    receipts.add(callers.submit(() -> node.send(Samples.rule("p", id, 7))));
                }
            }
        }
        for (Future<Receipt> receipt : receipts) {
            assertThat(receipt.get().replayed()).isFalse();
        }
        assertThat(one.jdbc()
                        .sql("SELECT array_agg(seq ORDER BY seq) = array_agg(n) FROM ("
                                + "SELECT seq, row_number() OVER (ORDER BY seq) - 1 AS n FROM event "
                                + "WHERE stream = 'partnership/p') AS numbered")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(one.jdbc()
                        .sql("SELECT count(*) FROM event")
                        .query(Long.class)
                        .single())
                .isEqualTo(1 + receipts.size());
    }

    private static void heardEverythingOnce(Node node) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(node.bean(HeardView.class).positions())
                        .isEqualTo(node.jdbc()
                                .sql("SELECT position FROM event ORDER BY position")
                                .query(Long.class)
                                .list()));
        assertThat(node.bean(HeardView.class).total())
                .isEqualTo(node.bean(HeardView.class).positions().size());
    }
}
