package org.patenbuch.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.eventstore.Node;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Samples;

class ReadAfterWriteTest {
    private static final Duration SOON = Duration.ofMillis(60);
    private static Node node;

    @BeforeAll
    static void start() {
        var database = TestDatabase.newDatabase();
        HeardView.createTables(database);
        node = Node.start(database, HeardView.class);
        node.send(Samples.found("rosenstadt"));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void whoever_waits_for_a_receipt_sees_what_it_stands_for() {
        Receipt receipt = node.send(Samples.partner("rosenstadt", "P-1"));

        node.bean(Positions.class).await(HeardView.NAME, receipt.position());

        assertThat(node.bean(HeardView.class).positions()).contains(receipt.position());
    }

    @Test
    void a_view_that_has_nothing_to_do_is_woken_at_once() {
        long[] waits = new long[21];
        for (int i = 0; i < waits.length; i++) {
            Receipt receipt = node.send(Samples.partner("rosenstadt", "P-woken-" + i));
            long committed = System.nanoTime();
            node.bean(Positions.class).await(HeardView.NAME, receipt.position());
            waits[i] = System.nanoTime() - committed;
        }
        Arrays.sort(waits);

        assertThat(Duration.ofNanos(waits[waits.length / 2])).isLessThan(SOON);
    }

    @Test
    void whoever_waits_for_what_never_comes_is_told_so() {
        assertThatThrownBy(() -> node.bean(Positions.class).await(HeardView.NAME, Long.MAX_VALUE))
                .isInstanceOf(Positions.NotReadYet.class);
    }
}
