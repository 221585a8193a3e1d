package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.funding.Schedule.PledgeTerms;
import org.patenbuch.pledge.PledgeEvent.Instalment;

class ScheduleTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    @Test
    void without_instalments_a_year_is_paid_by_the_middle_of_each_quarter() {
        assertThat(Schedule.of(pledge(FIRST, LAST, 2_900_02), 0))
                .extracting(Due::dueOn, Due::amountCents, Due::agreed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2013, 2, 15), 725_00L, false),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2013, 5, 16), 725_00L, false),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2013, 8, 16), 725_00L, false),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2013, 11, 16), 725_02L, false));
    }

    @Test
    void what_came_first_counts_for_what_was_due_first() {
        assertThat(Schedule.of(pledge(FIRST, LAST, 400), 150))
                .extracting(Due::receivedCents)
                .containsExactly(100L, 50L, 0L, 0L);
    }

    @Test
    void more_than_was_promised_is_no_more_than_paid() {
        assertThat(Schedule.of(pledge(FIRST, LAST, 400), 500))
                .allSatisfy(due -> assertThat(due.missingCents()).isZero());
    }

    @Test
    void agreed_instalments_are_taken_in_the_order_of_their_days() {
        List<Instalment> agreed =
                List.of(new Instalment(LAST, 100), new Instalment(FIRST, 300), new Instalment(FIRST.plusDays(1), 50));

        assertThat(Schedule.of(new PledgeTerms(FIRST, LAST, 450, agreed), 320))
                .containsExactly(
                        new Due(FIRST, 300, 300, true),
                        new Due(FIRST.plusDays(1), 50, 20, true),
                        new Due(LAST, 100, 0, true));
    }

    @Test
    void a_day_a_few_cents_and_three_centuries_are_promised_as_well() {
        assertThat(Schedule.of(pledge(FIRST, FIRST, 100), 0)).containsExactly(new Due(FIRST, 100, 0, false));
        assertThat(Schedule.of(pledge(FIRST, LAST, 2), 0))
                .extracting(Due::amountCents)
                .containsExactly(1L, 1L);
        List<Due> long_ago = Schedule.of(pledge(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31), 1_000_00), 0);
        assertThat(long_ago).hasSize(400);
        assertThat(long_ago.stream().mapToLong(Due::amountCents).sum()).isEqualTo(1_000_00);
        assertThat(long_ago.getLast().dueOn()).isBefore(LocalDate.of(2200, 1, 1));
    }

    private static PledgeTerms pledge(LocalDate from, LocalDate to, long cents) {
        return new PledgeTerms(from, to, cents, List.of());
    }
}
