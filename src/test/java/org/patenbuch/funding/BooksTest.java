package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.pledge.Pledges;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules that need more than one stream, or many at once, through the real store. */
class BooksTest extends MoneyTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pledges pledges;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void books() {
        partner("P-1");
        partner("P-2");
        fund("F-1", true);
        fund("F-2", true);
    }

    @Test
    void of_many_expenses_at_once_exactly_those_are_accepted_that_fit() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 1_050);
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(64)) {
            IntStream.range(0, 64)
                    .forEach(i -> pool.submit(() -> {
                        try {
                            pay("A-" + i, "F-1", day(2, 1), 100);
                            accepted.incrementAndGet();
                        } catch (Rejected overdrawn) {
                            assertThat(overdrawn.code()).isEqualTo("fund.overdrawn");
                            refused.incrementAndGet();
                        }
                    }));
        }
        partner("P-LAST");

        assertThat(accepted).hasValue(10);
        assertThat(refused).hasValue(54);
        assertThat(now(null, null).totals().balanceCents()).isEqualTo(50);
    }

    @Test
    void an_amendment_waits_for_a_payment_on_its_way_and_then_reckons_with_it() {
        pledge("Z-1", "P-1", "F-1", JANUARY, 1_000);
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<?> amendment = transaction.execute(payment -> {
                pledges.requireFor(partnership, "Z-1", "P-1", "F-1");
                Future<?> waiting = pool.submit(() -> amend("Z-1", 500));
                assertThat(waiting).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
                pledges.add(partnership, "Z-1", 900);
                return waiting;
            });
            assertThatThrownBy(amendment::get).cause().hasMessageContaining("pledge.below-received");
        }
    }

    @Test
    void refuses_a_contribution_to_a_pledge_of_someone_else_of_another_fund_or_withdrawn() {
        pledge("Z-1", "P-1", "F-1", JANUARY, 1_000);

        refused("pledge.of-another-partner", () -> give("B-1", "P-2", "F-1", "Z-1", day(1, 10), 1));
        refused("pledge.of-another-fund", () -> give("B-1", "P-1", "F-2", "Z-1", day(1, 10), 1));
        refused("unknown-reference", () -> give("B-1", "P-1", "F-1", "Z-NONE", day(1, 10), 1));
        withdraw("Z-1");
        refused("pledge.withdrawn", () -> give("B-1", "P-1", "F-1", "Z-1", day(1, 10), 1));
    }

    @Test
    void refuses_to_amend_below_what_was_received_and_forgets_what_was_reversed() {
        pledge("Z-1", "P-1", "F-1", JANUARY, 1_000);
        give("B-1", "P-1", "F-1", "Z-1", day(1, 10), 300);
        give("B-2", "P-1", "F-1", "Z-1", day(1, 11), 200);

        refused("pledge.below-received", () -> amend("Z-1", 499));
        takeBack("B-2", "F-1");
        amend("Z-1", 300);
        refused("pledge.below-received", () -> amend("Z-1", 299));
    }

    @Test
    void refuses_every_entry_and_every_reversal_in_a_locked_period() {
        pledge("Z-1", "P-1", "F-1", day(3, 1), 1_000);
        give("B-1", "P-1", "F-1", null, day(3, 1), 100);
        give("B-2", "P-1", "F-1", null, day(3, 2), 100);
        pay("A-1", "F-1", day(3, 31), 10);
        send(new LockPeriod(partnership, "L-1", day(3, 1), day(3, 31)));

        refused("period.locked", () -> give("B-3", "P-1", "F-1", null, day(3, 1), 1));
        refused("period.locked", () -> pay("A-2", "F-1", day(3, 31), 1));
        refused("period.locked", () -> takeBack("B-2", "F-1"));
        refused("period.locked", () -> unpay("A-1", "F-1"));
        refused("period.locked", () -> amend("Z-1", 900));
        refused("period.locked", () -> withdraw("Z-1"));
        refused("period.locked", () -> pledge("Z-2", "P-1", "F-1", day(3, 15), 1_000));
        give("B-3", "P-1", "F-1", null, day(2, 28), 1);
        pay("A-2", "F-1", day(4, 1), 1);
    }

    @Test
    void the_same_id_in_another_fund_is_the_same_name_and_refused() {
        give("B-1", "P-1", "F-1", null, day(3, 1), 100);

        refused("id.reused", () -> give("B-1", "P-1", "F-2", null, day(3, 1), 100));
    }

    @Test
    void a_long_fund_answers_from_its_snapshot_as_from_its_history() {
        give("B-1", "P-1", "F-1", null, day(1, 1), 100_000);
        for (int i = 0; i < 230; i++) {
            pay("A-" + i, "F-1", day(2, 1), 100);
        }
        assertThat(jdbc.sql("SELECT length(state) FROM snapshot WHERE partnership = ? AND stream = 'fund/F-1'")
                        .param(partnership)
                        .query(Long.class)
                        .single())
                .isLessThan(1_000);

        unpay("A-0", "F-1");
        refused("expense.already-reversed", () -> unpay("A-0", "F-1"));
        refused("contribution.spent", () -> takeBack("B-1", "F-1"));
        refused("fund.overdrawn", () -> pay("A-LAST", "F-1", day(2, 1), 77_101));
        pay("A-LAST", "F-1", day(2, 1), 77_100);
        assertThat(now(null, null).totals().balanceCents()).isZero();
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
}
