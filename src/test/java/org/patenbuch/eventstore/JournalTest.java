package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Positions;

class JournalTest {
    private static Node node;
    private static Journal journal;

    @BeforeAll
    static void start() {
        node = Node.start(TestDatabase.newDatabase());
        journal = node.bean(Journal.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void gives_back_what_was_stored_with_metadata_and_milliseconds() {
        Instant at = Instant.parse("2026-11-24T09:00:00.123456789Z");
        DomainEventMessage<LedgerEvent> stored = message("a", 0, founded("a"), at, Map.of("actor", "finance"));

        journal.appendEvents(stored);

        for (Entry read : List.of(only("a"), tracked("a"))) {
            assertThat(read.event()).isEqualTo(stored.getPayload());
            assertThat(read.eventId()).isEqualTo(stored.getIdentifier());
            assertThat(read.stream()).isEqualTo(new StreamName("a", "partnership/a"));
            assertThat(read.seq()).isZero();
            assertThat(read.recordedAt()).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
            assertThat(read.metadata()).containsEntry("actor", "finance").containsOnlyKeys("actor", "nonce");
            assertThat(read.metadata().get("nonce")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void refuses_two_events_at_the_same_place_of_a_stream_as_a_conflict() {
        journal.appendEvents(message("b", 0, founded("b"), Instant.now(), Map.of()));

        assertThatThrownBy(() -> journal.appendEvents(message("b", 0, founded("b"), Instant.now(), Map.of())))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void stores_all_events_of_a_decision_or_none() {
        journal.appendEvents(message("c", 0, founded("c"), Instant.now(), Map.of()));

        assertThatThrownBy(() -> journal.appendEvents(
                        message("c", 1, rule("R-1"), Instant.now(), Map.of()),
                        message("c", 0, rule("R-2"), Instant.now(), Map.of())))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(journal.lastSequenceNumberFor("c/partnership/c")).contains(0L);
    }

    @Test
    void a_command_that_lost_a_race_is_decided_anew() {
        node.send(Samples.found("d"));
        var rival = new RivalOnce(() ->
                journal.appendEvents(message("d", 1, rule("R-rival"), Instant.now(), Map.of("partnership", "d"))));
        Receipt receipt = rival.beside(node, () -> node.send(Samples.rule("d", "R-mine", 7)));

        assertThat(rival.came()).isTrue();
        assertThat(receipt.replayed()).isFalse();
        assertThat(journal.lastSequenceNumberFor("d/partnership/d")).contains(2L);
    }

    @Test
    void every_stored_name_is_a_word_and_no_class_name() {
        node.send(Samples.found("e"));
        node.send(Samples.partner("e", "P-1"));

        assertThat(node.jdbc()
                        .sql("SELECT DISTINCT type FROM event")
                        .query(String.class)
                        .list())
                .allMatch(name -> name.matches("([A-Z][a-z]+)+"))
                .contains("PartnershipFounded", "PartnerRegistered");
        assertThat(node.bean(EventCodec.class).types())
                .allSatisfy((name, type) -> assertThat(name).isEqualTo(type.getSimpleName()));
    }

    @Test
    void a_head_token_lies_before_everything_that_can_still_be_read() {
        awaitComplete(node.send(Samples.found("f")).position());
        long head = Journal.position(journal.createHeadToken());

        Receipt next = node.send(Samples.partner("f", "P-1"));

        assertThat(next.position()).isGreaterThan(head);
        awaitComplete(next.position());
        assertThat(journal.after(head, 10)).extracting(Entry::position).containsExactly(next.position());
    }

    /** Committed is not yet readable: others' transactions, older ones, may still run anywhere on the server. */
    private static void awaitComplete(long position) {
        node.bean(Positions.class).awaitComplete(position);
    }

    private static Entry only(String partnership) {
        var events = journal.readEvents(partnership + "/partnership/" + partnership, 0);
        return ((EntryMessage) events.next()).entry();
    }

    private static Entry tracked(String partnership) {
        awaitComplete(node.jdbc()
                .sql("SELECT max(position) FROM event")
                .query(Long.class)
                .single());
        return journal.after(0, 1_000).stream()
                .filter(entry -> entry.partnership().equals(partnership))
                .findFirst()
                .orElseThrow();
    }

    private static PartnershipFounded founded(String partnership) {
        return new PartnershipFounded(partnership, "Partnership of a test");
    }

    private static RuleSet rule(String id) {
        return new RuleSet(id, Rule.SPONSOR_CAPACITY, 2, Samples.DAY, null);
    }

    private static DomainEventMessage<LedgerEvent> message(
            String partnership, long seq, LedgerEvent event, Instant at, Map<String, String> metadata) {
        return new GenericDomainEventMessage<>(
                "partnership",
                StreamName.of(partnership, "partnership", partnership),
                seq,
                event,
                MetaData.from(metadata),
                UUID.randomUUID().toString(),
                at);
    }
}
