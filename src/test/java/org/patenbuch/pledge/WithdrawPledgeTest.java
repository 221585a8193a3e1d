package org.patenbuch.pledge;

import static org.patenbuch.pledge.Promised.RECEIVED;
import static org.patenbuch.pledge.Promised.made;
import static org.patenbuch.pledge.Promised.pledge;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;

class WithdrawPledgeTest {
    private static final WithdrawPledge WITHDRAW = new WithdrawPledge(Given.PARTNERSHIP, "W-1", "Z-1", "Insolvenz");

    @Test
    void a_withdrawn_pledge_says_what_it_had_received() {
        pledge(made()).when(WITHDRAW).then(new PledgeWithdrawn("Z-1", RECEIVED, "Insolvenz"));
    }

    @Test
    void refuses_to_withdraw_twice() {
        pledge(made(), new PledgeWithdrawn("Z-1", RECEIVED, "Insolvenz"))
                .when(WITHDRAW)
                .refused("pledge.withdrawn");
    }

    @Test
    void refuses_when_the_pledge_begins_in_a_locked_period() {
        pledge(made(LocalDate.of(2011, 1, 1))).when(WITHDRAW).refused("period.locked");
    }
}
