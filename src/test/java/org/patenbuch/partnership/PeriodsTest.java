package org.patenbuch.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.MaySend;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class PeriodsTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Periods periods;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @TestConfiguration
    static class Anyone {
        @Bean
        @Primary
        MaySend anyone() {
            return (who, command) -> Role.FINANCE;
        }
    }

    @BeforeEach
    void founded() {
        send(new FoundPartnership("rosenstadt", "Rosenstadt"), "finance");
    }

    @Test
    void a_locked_period_is_closed_from_its_first_to_its_last_day_until_another_person_reopens_it() {
        send(new LockPeriod("rosenstadt", "L-1", FIRST, LAST), "finance");

        assertThatThrownBy(() -> requireOpen(FIRST))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("period.locked");
        assertThatThrownBy(() -> requireOpen(LAST)).isInstanceOf(Rejected.class);
        requireOpen(FIRST.minusDays(1));
        requireOpen(LAST.plusDays(1));

        send(new ReopenPeriod("rosenstadt", "R-1", "L-1", "a voucher was found"), "coordinator");
        requireOpen(FIRST);
    }

    @Test
    void a_repeat_answers_as_the_first_time_and_other_content_is_refused() {
        Receipt first = send(new LockPeriod("rosenstadt", "L-9", FIRST.plusYears(9), LAST.plusYears(9)), "finance");
        Receipt again = send(new LockPeriod("rosenstadt", "L-9", FIRST.plusYears(9), LAST.plusYears(9)), "finance");

        assertThat(again).isEqualTo(new Receipt("L-9", first.position(), true));
        assertThatThrownBy(() -> send(new LockPeriod("rosenstadt", "L-9", FIRST, LAST), "finance"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("id.reused");
    }

    private void requireOpen(LocalDate day) {
        transaction.executeWithoutResult(status -> periods.requireOpen("rosenstadt", day));
    }

    private Receipt send(Command command, String actor) {
        return ledger.send(command, new Who("rosenstadt", actor, Set.of(Role.FINANCE), null, null), Origin.api());
    }
}
