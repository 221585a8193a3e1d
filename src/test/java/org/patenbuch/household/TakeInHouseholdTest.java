package org.patenbuch.household;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Fixed;

class TakeInHouseholdTest {
    private static final LocalDate OPENED = LocalDate.of(2013, 2, 1);
    private static final Consent CONSENT = new Consent(OPENED, "Begleitung");
    private static final Personal NAME = Personal.of("rosenstadt/household/H-001", "Familie Birnbaum");

    private final TakeInHousehold takeIn =
            new TakeInHousehold("rosenstadt", "H-001", NAME, "Nordstadt", "Lernbegleitung", "P-SWR", OPENED, CONSENT);

    private static Given<Household> household(LocalDate... locked) {
        return Given.stream(Household.class, Fixed.locked(locked), Fixed.known("partner/P-SWR"));
    }

    @Test
    void a_household_is_taken_in_with_need_referral_and_consent() {
        household()
                .when(takeIn)
                .then(new HouseholdTakenIn("H-001", NAME, "Nordstadt", "Lernbegleitung", "P-SWR", OPENED, CONSENT));
    }

    @Test
    void name_referral_and_consent_may_be_open() {
        household()
                .when(new TakeInHousehold(
                        "rosenstadt", "H-001", null, "Nordstadt", "Lernbegleitung", null, OPENED, null))
                .then(new HouseholdTakenIn("H-001", null, "Nordstadt", "Lernbegleitung", null, OPENED, null));
    }

    @Test
    void refuses_a_referral_by_a_partner_that_is_not_there() {
        household()
                .when(new TakeInHousehold(
                        "rosenstadt", "H-001", null, "Nordstadt", "Lernbegleitung", "P-XXX", OPENED, null))
                .refused("unknown-reference");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        household(OPENED).when(takeIn).refused("period.locked");
    }
}
