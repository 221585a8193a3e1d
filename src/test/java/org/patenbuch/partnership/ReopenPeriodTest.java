package org.patenbuch.partnership;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;
import org.patenbuch.partnership.PartnershipEvent.PeriodReopened;

class ReopenPeriodTest {
    private final Given<Partnership> partnership = Given.stream(Partnership.class);

    @Test
    void another_person_reopens_a_locked_period() {
        partnership
                .events(founded(), locked("finance"))
                .as("coordinator")
                .when(reopen("L-1"))
                .then(new PeriodReopened("L-1", "a voucher was found"));
    }

    @Test
    void refuses_the_person_who_locked_it() {
        partnership
                .events(founded(), locked("finance"))
                .as("finance")
                .when(reopen("L-1"))
                .refused("period.same-person");
    }

    @Test
    void refuses_a_lock_that_is_not_there() {
        partnership.events(founded(), locked("finance")).when(reopen("L-2")).refused("unknown-reference");
    }

    @Test
    void refuses_to_reopen_twice() {
        partnership
                .events(founded(), locked("finance"), new PeriodReopened("L-1", "a voucher was found"))
                .when(reopen("L-1"))
                .refused("unknown-reference");
    }

    private static PartnershipFounded founded() {
        return new PartnershipFounded(Given.PARTNERSHIP, "Rosenstadt");
    }

    private static PeriodLocked locked(String by) {
        return new PeriodLocked("L-1", LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), by);
    }

    private static ReopenPeriod reopen(String lock) {
        return new ReopenPeriod(Given.PARTNERSHIP, "R-1", lock, "a voucher was found");
    }
}
