package org.patenbuch.pledge;

import static org.patenbuch.pledge.Promised.RECEIVED;
import static org.patenbuch.pledge.Promised.due;
import static org.patenbuch.pledge.Promised.made;
import static org.patenbuch.pledge.Promised.pledge;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.pledge.PledgeEvent.PledgeAmended;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;

class AmendPledgeTest {
    @Test
    void the_new_amount_and_schedule_stand_beside_what_was_received() {
        pledge(made())
                .when(amend(90_000, due(3, 50_000), due(9, 40_000)))
                .then(new PledgeAmended(
                        "Z-1", 90_000, List.of(due(3, 50_000), due(9, 40_000)), RECEIVED, "weniger Umsatz"));
    }

    @Test
    void the_amount_may_fall_to_what_was_received_and_no_further() {
        pledge(made())
                .when(amend(RECEIVED))
                .then(new PledgeAmended("Z-1", RECEIVED, List.of(), RECEIVED, "weniger Umsatz"));
        pledge(made()).when(amend(RECEIVED - 1)).refused("pledge.below-received");
    }

    @Test
    void refuses_instalments_that_do_not_add_up() {
        pledge(made()).when(amend(90_000, due(3, 90_001))).refused("pledge.instalments-differ");
    }

    @Test
    void refuses_to_amend_what_was_withdrawn() {
        pledge(made(), new PledgeWithdrawn("Z-1", RECEIVED, "Insolvenz"))
                .when(amend(90_000))
                .refused("pledge.withdrawn");
    }

    @Test
    void refuses_when_the_pledge_begins_in_a_locked_period() {
        pledge(made(LocalDate.of(2011, 1, 1))).when(amend(90_000)).refused("period.locked");
    }

    private static AmendPledge amend(long cents, Instalment... instalments) {
        return new AmendPledge(Given.PARTNERSHIP, "N-1", "Z-1", cents, List.of(instalments), "weniger Umsatz");
    }
}
