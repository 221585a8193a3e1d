package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patenbuch.TestDatabase;
import org.patenbuch.projections.HeardView;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A node of an older version meets an event of a newer one: it must wait for its own update, never skip. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownFactTest {
    private static final String P = "rosenstadt";
    private static final Duration TIME_TO_TRY = Duration.ofSeconds(10);
    private static final String OF_A_NEWER_VERSION = """
            INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
            VALUES ('rosenstadt', 'moon/M-1', 0, gen_random_uuid(), 'MoonLandedOn', '1', now(), '{}', '{}')""";

    @Test
    void a_view_hears_all_before_it_stops_there_and_says_what_to_do(CapturedOutput output) {
        var database = TestDatabase.newDatabase();
        HeardView.createTables(database);
        try (Node node = Node.start(database)) {
            node.send(Samples.found(P));
            node.send(Samples.partner(P, "P-1"));
            node.jdbc().sql(OF_A_NEWER_VERSION).update();
            node.send(Samples.partner(P, "P-2"));
        }
        try (Node node = Node.start(database, HeardView.class)) {
            HeardView view = node.bean(HeardView.class);

            await().atMost(TIME_TO_TRY).until(() -> output.getAll().contains("MoonLandedOn"));

            assertThat(output).contains("run a newer version");
            assertThat(view.positions()).isEqualTo(List.of(1L, 2L));
            assertThatThrownBy(() -> node.bean(Journal.class).after(2, 100)).isInstanceOf(EventCodec.UnknownFact.class);
        }
    }
}
