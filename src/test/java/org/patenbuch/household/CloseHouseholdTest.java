package org.patenbuch.household;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Fixed;

class CloseHouseholdTest {
    private static final LocalDate OPENED = LocalDate.of(2013, 2, 1);
    private static final LocalDate CLOSED = LocalDate.of(2013, 5, 31);
    private static final Personal WHY = Personal.of("rosenstadt/household/H-001", "moved away");

    private static Given<Household> household(LocalDate... locked) {
        return Given.stream(Household.class, Fixed.locked(locked), Fixed.known())
                .events(new HouseholdTakenIn("H-001", null, "Nordstadt", "Lernbegleitung", null, OPENED, null));
    }

    private static CloseHousehold close(LocalDate on) {
        return new CloseHousehold("rosenstadt", "HC-1", "H-001", on, WHY);
    }

    @Test
    void a_household_is_closed_with_the_reason_sealed() {
        household().when(close(CLOSED)).then(new HouseholdClosed("H-001", CLOSED, WHY));
    }

    @Test
    void may_be_closed_on_its_first_day() {
        household().when(close(OPENED)).then(new HouseholdClosed("H-001", OPENED, WHY));
    }

    @Test
    void refuses_to_close_before_it_was_opened() {
        household().when(close(OPENED.minusDays(1))).refused("household.closed-before-opened");
    }

    @Test
    void refuses_to_close_twice() {
        household()
                .events(new HouseholdClosed("H-001", CLOSED, WHY))
                .when(close(CLOSED.plusDays(1)))
                .refused("household.already-closed");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        household(CLOSED).when(close(CLOSED)).refused("period.locked");
    }
}
