package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;

class SendingTwiceTest {
    private static final int CLIENTS = 64;
    private static Node one;
    private static Node two;

    @BeforeAll
    static void twoNodesOnOneDatabase() {
        var database = TestDatabase.newDatabase();
        String connections = "spring.datasource.hikari.maximum-pool-size=" + CLIENTS / 2;
        one = Node.start(database, List.of(connections));
        two = Node.start(database, List.of(connections));
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void the_same_again_answers_as_the_first_time_and_records_nothing() {
        one.send(Samples.found("a"));
        Receipt first = one.send(Samples.rule("a", "R-1", 5));

        Receipt again = two.send(Samples.rule("a", "R-1", 5));

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Receipt(first.id(), first.position(), true));
        assertThat(events("a")).isEqualTo(2);
    }

    @Test
    void other_content_under_the_same_name_is_refused() {
        one.send(Samples.found("b"));
        one.send(Samples.rule("b", "R-1", 5));

        assertThatThrownBy(() -> one.send(Samples.rule("b", "R-1", 6)))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("id.reused"));
        assertThat(events("b")).isEqualTo(2);
    }

    @Test
    void the_same_name_may_stand_for_something_of_another_kind_or_partnership() {
        one.send(Samples.found("c"));
        one.send(Samples.found("d"));

        assertThat(Stream.of(
                        one.send(Samples.rule("c", "X", 5)),
                        one.send(Samples.partner("c", "X")),
                        one.send(Samples.rule("d", "X", 6))))
                .noneMatch(Receipt::replayed);
    }

    @Test
    void a_name_is_free_again_after_its_command_was_refused() {
        one.send(Samples.found("e"));
        LockPeriod wrong = new LockPeriod("e", "L-1", Samples.DAY, Samples.DAY.minusDays(1));
        assertThatThrownBy(() -> one.send(wrong)).isInstanceOf(Rejected.class);

        Receipt right = one.send(new LockPeriod("e", "L-1", Samples.DAY, Samples.DAY));

        assertThat(right.replayed()).isFalse();
        assertThat(events("e")).isEqualTo(2);
    }

    @RepeatedTest(5)
    void the_first_command_of_a_stream_from_64_at_once_makes_one_event_and_64_equal_answers() throws Exception {
        String partnership = "f-" + UUID.randomUUID();

        List<Receipt> answers = atOnce(node -> node.send(Samples.found(partnership)));

        assertThat(answers)
                .extracting(Receipt::position)
                .containsOnly(answers.getFirst().position());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(events(partnership)).isEqualTo(1);
    }

    @RepeatedTest(5)
    void a_later_command_from_64_at_once_makes_one_event_and_64_equal_answers() throws Exception {
        String partnership = "g-" + UUID.randomUUID();
        one.send(Samples.found(partnership));

        List<Receipt> answers = atOnce(node -> node.send(Samples.rule(partnership, "R-1", 5)));

        assertThat(answers)
                .extracting(Receipt::position)
                .containsOnly(answers.getFirst().position());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(events(partnership)).isEqualTo(2);
    }

    /** All the money of a fund is spent once: whoever decides second finds nothing left, but it is the same expense. */
    @RepeatedTest(5)
    void what_cannot_be_done_twice_from_64_at_once_makes_one_event_and_64_equal_answers() throws Exception {
        String partnership = "h-" + UUID.randomUUID();
        RecordExpense everything = spending(partnership);

        List<Receipt> answers = atOnce(node -> node.send(everything));

        assertThat(answers)
                .extracting(Receipt::position)
                .containsOnly(answers.getFirst().position());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(events(partnership)).isEqualTo(5);
        assertThatThrownBy(() -> one.send(expense(partnership, "A-2"))).isInstanceOf(Rejected.class);
    }

    @RepeatedTest(5)
    void nor_is_it_done_or_refused_twice_where_several_are_recorded_together() throws Exception {
        String partnership = "i-" + UUID.randomUUID();
        RecordExpense everything = spending(partnership);

        List<Receipt> answers = atOnce(node -> node.bean(Together.class).record(() -> node.send(everything)));

        assertThat(answers)
                .extracting(Receipt::position)
                .containsOnly(answers.getFirst().position());
        assertThat(events(partnership)).isEqualTo(5);
        assertThatThrownBy(() -> one.bean(Together.class).record(() -> one.send(expense(partnership, "A-2"))))
                .isInstanceOf(Rejected.class);
    }

    private static RecordExpense spending(String partnership) {
        one.send(Samples.found(partnership));
        one.send(Samples.partner(partnership, "P-1"));
        one.send(Samples.fund(partnership, "F-1"));
        one.send(Samples.gift(partnership, "B-1", "F-1", "P-1", 100));
        return expense(partnership, "A-1");
    }

    private static RecordExpense expense(String partnership, String id) {
        return new RecordExpense(partnership, id, "F-1", "Material", 100, Samples.DAY, "Bureau", "Voucher 1", null);
    }

    private interface Sending {
        Receipt by(Node node);
    }

    private static List<Receipt> atOnce(Sending sending) throws Exception {
        var start = new CountDownLatch(1);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Receipt>> answers = Stream.generate(() -> List.of(one, two))
                    .flatMap(List::stream)
                    .limit(CLIENTS)
                    .map(node -> clients.submit((Callable<Receipt>) () -> {
                        start.await();
                        return sending.by(node);
                    }))
                    .toList();
            start.countDown();
            List<Receipt> receipts = new java.util.ArrayList<>();
            for (Future<Receipt> answer : answers) {
                receipts.add(answer.get());
            }
            return receipts;
        }
    }

    private static long events(String partnership) {
        return one.jdbc()
                .sql("SELECT count(*) FROM event WHERE partnership = ?")
                .param(partnership)
                .query(Long.class)
                .single();
    }
}
