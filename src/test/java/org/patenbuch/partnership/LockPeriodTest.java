package org.patenbuch.partnership;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;

class LockPeriodTest {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    private final Given<Partnership> partnership = Given.stream(Partnership.class, new Periods(null) {
                @Override
                void keepEntriesOut(String ofPartnership) {
                    // the gate is a matter of the database: PeriodsTest
                }
            })
            .events(new PartnershipFounded(Given.PARTNERSHIP, "Rosenstadt"));

    @Test
    void records_the_period_and_who_locked_it() {
        partnership
                .as("finance")
                .when(new LockPeriod(Given.PARTNERSHIP, "L-1", FIRST, LAST))
                .then(new PeriodLocked("L-1", FIRST, LAST, "finance"));
    }

    @Test
    void takes_a_single_day() {
        partnership
                .when(new LockPeriod(Given.PARTNERSHIP, "L-1", FIRST, FIRST))
                .then(new PeriodLocked("L-1", FIRST, FIRST, "coordinator"));
    }

    @Test
    void refuses_a_period_that_ends_before_it_begins() {
        partnership.when(new LockPeriod(Given.PARTNERSHIP, "L-1", LAST, FIRST)).refused("period.ends-before-start");
    }
}
