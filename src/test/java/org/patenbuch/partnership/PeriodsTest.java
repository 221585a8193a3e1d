package org.patenbuch.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PeriodsTest extends LedgerTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    @Autowired
    private Periods periods;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_locked_period_is_closed_from_its_first_to_its_last_day_until_another_person_reopens_it() {
        send(new LockPeriod(partnership, "L-1", FIRST, LAST), "finance");

        assertThatThrownBy(() -> requireOpen(FIRST))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("period.locked");
        assertThatThrownBy(() -> requireOpen(LAST)).isInstanceOf(Rejected.class);
        requireOpen(FIRST.minusDays(1));
        requireOpen(LAST.plusDays(1));

        send(new ReopenPeriod(partnership, "R-1", "L-1", "a voucher was found"), "coordinator");
        requireOpen(FIRST);
    }

    @Test
    void a_repeat_answers_as_the_first_time_and_other_content_is_refused() {
        Receipt first = send(new LockPeriod(partnership, "L-9", FIRST.plusYears(9), LAST.plusYears(9)), "finance");
        Receipt again = send(new LockPeriod(partnership, "L-9", FIRST.plusYears(9), LAST.plusYears(9)), "finance");

        assertThat(again).isEqualTo(new Receipt("L-9", first.position(), true));
        assertThatThrownBy(() -> send(new LockPeriod(partnership, "L-9", FIRST, LAST), "finance"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("id.reused");
    }

    private void requireOpen(LocalDate day) {
        transaction.executeWithoutResult(status -> periods.requireOpen(partnership, day));
    }

    private Receipt send(Command command, String actor) {
        return send(command, anyone(actor));
    }
}
