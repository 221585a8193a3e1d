package org.patenbuch.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;

/** A stream of a few hundred events is loaded from its last known state, which may be thrown away at any time. */
class LongStreamTest {
    private static final String P = "rosenstadt";
    private static final String STREAM = P + "/fund/F-1";
    private static Node node;
    private static Kept kept;

    @BeforeAll
    static void aFundWithManyContributions() {
        node = Node.start(TestDatabase.newDatabase());
        node.send(Samples.found(P));
        node.send(Samples.partner(P, "P-1"));
        node.send(Samples.fund(P, "F-1"));
        for (int i = 0; i < 230; i++) {
            node.send(Samples.gift(P, "B-" + i, "F-1", "P-1", 100 + i));
        }
        kept = forget();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void its_state_is_kept_after_200_events() {
        assertThat(kept.seq()).isBetween(195L, 205L);
        assertThat(kept.shape()).isEqualTo("Fund/1");
    }

    @Test
    void the_kept_state_and_what_followed_equal_all_events_replayed() {
        keep(kept);
        String fromSnapshot = state();
        forget();

        assertThat(fromSnapshot).isEqualTo(state()).contains("B-0").contains("B-229");
    }

    @Test
    void the_kept_state_is_really_used() {
        keep(new Kept(kept.seq(), kept.shape(), marked()));

        assertThat(state()).contains("B-marked");
    }

    @Test
    void a_state_of_another_shape_is_not_read() {
        keep(new Kept(kept.seq(), "Fund/0", marked()));

        assertThat(state()).doesNotContain("B-marked");
    }

    private static byte[] marked() {
        return new String(kept.state(), UTF_8).replace("B-0\"", "B-marked\"").getBytes(UTF_8);
    }

    private record Kept(long seq, String shape, byte[] state) {}

    private static Kept forget() {
        return node.jdbc()
                .sql("DELETE FROM snapshot WHERE stream = 'fund/F-1' RETURNING seq, shape, state")
                .query((row, n) -> new Kept(row.getLong(1), row.getString(2), row.getBytes(3)))
                .optional()
                .orElse(null);
    }

    private static void keep(Kept snapshot) {
        forget();
        node.jdbc()
                .sql("INSERT INTO snapshot (partnership, stream, seq, shape, state) VALUES (?, 'fund/F-1', ?, ?, ?)")
                .params(P, snapshot.seq(), snapshot.shape(), snapshot.state())
                .update();
    }

    private static String state() {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("load"));
        try {
            var codec = node.bean(EventCodec.class);
            Repository<?> funds = node.bean(Configuration.class).repository(aggregate());
            return new String(funds.load(STREAM).invoke(codec::writeState), UTF_8);
        } finally {
            unit.rollback();
        }
    }

    private static Class<?> aggregate() {
        try {
            return Class.forName("org.patenbuch.fund.Fund");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
