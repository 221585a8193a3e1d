package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.funding.ExpenseRow.Paid;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;

/** Through the real store: a transfer decides on two streams at once. */
class TransferMoneyTest extends MoneyTest {
    @BeforeEach
    void books() {
        partner("P-1");
        fund("F-FREE", false);
        fund("F-BOUND", true);
        fund("F-OTHER", false);
    }

    @Test
    void a_euro_is_followed_through_two_transfers_to_what_it_paid() {
        give("B-1", "P-1", "F-FREE", null, day(1, 10), 100);
        give("B-2", "P-1", "F-FREE", null, day(1, 11), 100);
        move("F-FREE", "F-OTHER", day(2, 1), 150);
        move("F-OTHER", "F-BOUND", day(3, 1), 120);
        pay("A-1", "F-BOUND", day(3, 1), 110);

        ExpenseRow expense = lists.expense(partnership, "A-1", asked(null, null, null, last.position()))
                .orElseThrow()
                .item();
        assertThat(expense.paidBy()).containsExactly(new Paid("B-1", 100), new Paid("B-2", 10));
        assertThat(remaining("B-1")).isZero();
        assertThat(remaining("B-2")).isEqualTo(90);
    }

    @Test
    void the_whole_of_a_contribution_comes_together_again_in_one_part() {
        give("B-1", "P-1", "F-FREE", null, day(1, 10), 100);
        move("F-FREE", "F-OTHER", day(2, 1), 40);
        move("F-FREE", "F-OTHER", day(2, 2), 60);
        move("F-OTHER", "F-BOUND", day(3, 1), 100);
        pay("A-1", "F-BOUND", day(3, 1), 100);

        assertThat(now(null, null).totals().balanceCents()).isZero();
        unpay("A-1", "F-BOUND");
        assertThat(remaining("B-1")).isEqualTo(100);
    }

    @Test
    void refuses_what_may_not_move_or_is_not_there() {
        give("B-1", "P-1", "F-BOUND", null, day(1, 10), 100);
        give("B-2", "P-1", "F-FREE", null, day(3, 10), 100);

        refused("fund.restricted", () -> move("F-BOUND", "F-FREE", day(4, 1), 1));
        refused("fund.transfer-to-itself", () -> move("F-FREE", "F-FREE", day(4, 1), 1));
        refused("fund.overdrawn", () -> move("F-FREE", "F-BOUND", day(4, 1), 101));
        refused("fund.overdrawn", () -> move("F-FREE", "F-BOUND", day(3, 9), 1));
        refused("unknown-reference", () -> move("F-FREE", "F-NONE", day(4, 1), 1));
        refused("unknown-reference", () -> move("F-NONE", "F-FREE", day(4, 1), 1));
        refused("money.amount", () -> move("F-FREE", "F-BOUND", day(4, 1), 0));
        refused("money.future", () -> move("F-FREE", "F-BOUND", LocalDate.now().plusDays(2), 1));
        send(new LockPeriod(partnership, "L-1", day(4, 1), day(4, 30)));
        refused("period.locked", () -> move("F-FREE", "F-BOUND", day(4, 30), 1));
        assertThat(now(null, null).byFund())
                .extracting(Funding.FundLine::balanceCents)
                .containsExactly(100L, 100L, 0L);
    }

    @Test
    void refuses_to_reverse_a_contribution_that_was_transferred_away() {
        give("B-1", "P-1", "F-FREE", null, day(1, 10), 100);
        move("F-FREE", "F-BOUND", day(2, 1), 1);

        refused("contribution.spent", () -> takeBack("B-1", "F-FREE"));
    }

    @Test
    void many_transfers_both_ways_at_once_lose_no_cent() {
        give("B-1", "P-1", "F-FREE", null, day(1, 10), 1_000);
        give("B-2", "P-1", "F-OTHER", null, day(1, 10), 1_000);
        try (var pool = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 32)
                    .forEach(i -> pool.submit(() -> {
                        move(i % 2 == 0 ? "F-FREE" : "F-OTHER", i % 2 == 0 ? "F-OTHER" : "F-FREE", day(2, 1), 1 + i);
                    }));
        }
        fund("F-LAST", false);
        Funding after = now(null, null);

        assertThat(after.totals().balanceCents()).isEqualTo(2_000);
        assertThat(after.byFund())
                .filteredOn(fund -> List.of("F-FREE", "F-OTHER").contains(fund.fundId()))
                .extracting(Funding.FundLine::balanceCents)
                .containsExactly(1_016L, 984L);
    }

    private long remaining(String contribution) {
        return lists.contribution(partnership, null, contribution, asked(null, null, null, last.position()))
                .orElseThrow()
                .item()
                .remainingCents();
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
}
