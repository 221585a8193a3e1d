package org.patenbuch.household;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.household.HouseholdCommand.GiveConsent;
import org.patenbuch.household.HouseholdCommand.WithdrawConsent;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.household.HouseholdEvent.ConsentGiven;
import org.patenbuch.household.HouseholdEvent.ConsentWithdrawn;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.sponsor.Fixed;

class ConsentTest {
    private static final LocalDate OPENED = LocalDate.of(2013, 2, 1);
    private static final LocalDate LATER = LocalDate.of(2013, 4, 1);
    private static final Consent FIRST = new Consent(OPENED, "accompanying");
    private static final Consent WIDER = new Consent(LATER, "accompanying and talking to the school");

    private static Given<Household> household(Consent consent, LocalDate... locked) {
        return Given.stream(Household.class, Fixed.locked(locked), Fixed.today())
                .events(new HouseholdTakenIn("H-001", null, "Nordstadt", "homework", null, OPENED, consent));
    }

    private static GiveConsent give(Consent consent) {
        return new GiveConsent("rosenstadt", "K-1", "H-001", consent);
    }

    private static WithdrawConsent withdraw(LocalDate on) {
        return new WithdrawConsent("rosenstadt", "W-1", "H-001", on, null);
    }

    @Test
    void a_consent_is_given_later_or_widened() {
        household(null).when(give(WIDER)).then(new ConsentGiven("H-001", WIDER));
        household(FIRST).when(give(WIDER)).then(new ConsentGiven("H-001", WIDER));
    }

    @Test
    void a_consent_is_withdrawn_and_given_again() {
        ConsentWithdrawn withdrawn = new ConsentWithdrawn("H-001", LATER, null);
        household(FIRST).when(withdraw(LATER)).then(withdrawn);
        household(FIRST).events(withdrawn).when(give(WIDER)).then(new ConsentGiven("H-001", WIDER));
        household(FIRST).events(withdrawn).when(withdraw(LATER)).refused("household.no-consent");
    }

    @Test
    void a_closed_household_may_withdraw_but_not_give() {
        HouseholdClosed closed = new HouseholdClosed("H-001", LATER, null);
        household(FIRST).events(closed).when(withdraw(LATER)).then(new ConsentWithdrawn("H-001", LATER, null));
        household(FIRST).events(closed).when(give(WIDER)).refused("household.already-closed");
    }

    @Test
    void refuses_what_was_never_given_or_lies_before_it_or_tomorrow_or_in_a_locked_period() {
        LocalDate tomorrow = Fixed.TODAY.plusDays(1);
        household(null).when(withdraw(LATER)).refused("household.no-consent");
        household(FIRST).when(withdraw(OPENED.minusDays(1))).refused("household.withdrawn-before-given");
        household(FIRST).when(withdraw(tomorrow)).refused("household.future");
        household(FIRST).when(give(new Consent(tomorrow, "all"))).refused("household.future");
        household(FIRST, LATER).when(withdraw(LATER)).refused("period.locked");
        household(FIRST, LATER).when(give(WIDER)).refused("period.locked");
    }
}
