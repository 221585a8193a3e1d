package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.patenbuch.projections.HeardView;

class FailingHandlersTest {
    private static final String P = "rosenstadt";
    private static final long BAD = 13;
    private static Node node;

    @BeforeAll
    static void start() {
        var database = TestDatabase.newDatabase();
        HeardView.createTables(database);
        node = Node.start(database, EarlyBird.class, StrictRegister.class, HeardView.class);
        node.send(Samples.found(P));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void a_register_that_fails_fails_the_command_and_nothing_is_written() {
        long before =
                node.jdbc().sql("SELECT count(*) FROM event").query(Long.class).single();

        assertThatThrownBy(() -> node.send(Samples.rule(P, "R-bad", BAD))).hasMessageContaining("unlucky");

        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM event")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM entry WHERE id = 'R-bad'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(node.jdbc()
                        .sql("SELECT count(*) FROM rule WHERE id = 'R-bad'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_view_that_fails_waits_and_hears_everything_exactly_once() {
        HeardView view = node.bean(HeardView.class);
        view.failNext(3);
        for (int i = 0; i < 5; i++) {
            node.send(Samples.partner(P, "P-" + i));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(view.positions())
                        .isEqualTo(node.jdbc()
                                .sql("SELECT position FROM event ORDER BY position")
                                .query(Long.class)
                                .list()));
        assertThat(view.stillToFail()).isZero();
        assertThat(view.total()).isEqualTo(view.positions().size());
        assertThat(view.given()).isGreaterThan(view.positions().size());
    }

    @Test
    void a_view_is_there_even_if_someone_asked_for_the_configuration_first() {
        assertThat(node.bean(EventProcessingConfiguration.class).eventProcessor(HeardView.NAME))
                .isPresent();
    }

    /** Is made before every other bean, and needs Axon's configuration: what is registered later is too late. */
    record EarlyBird(Configuration axon) {}

    @ProcessingGroup("registers")
    static class StrictRegister {
        @EventHandler
        void on(RuleSet event) {
            if (event.value() == BAD) {
                throw new IllegalStateException("an unlucky number");
            }
        }
    }
}
