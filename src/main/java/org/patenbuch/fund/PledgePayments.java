package org.patenbuch.fund;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.patenbuch.fund.FundEvent.ContributionLinked;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.pledge.Pledges;
import org.springframework.stereotype.Component;

/** Tells the register of pledges, in the deciding transaction, what each has received. */
@Component
@ProcessingGroup("registers")
class PledgePayments {
    private final Pledges pledges;

    PledgePayments(Pledges pledges) {
        this.pledges = pledges;
    }

    @EventHandler
    void on(ContributionRecorded event, @MetaDataValue("partnership") String partnership) {
        if (event.pledgeId() != null) {
            pledges.add(partnership, event.pledgeId(), event.amountCents());
        }
    }

    @EventHandler
    void on(ContributionLinked event, @MetaDataValue("partnership") String partnership) {
        pledges.add(partnership, event.pledgeId(), event.amountCents());
    }

    @EventHandler
    void on(ContributionReversed event, @MetaDataValue("partnership") String partnership) {
        if (event.pledgeId() != null) {
            pledges.add(partnership, event.pledgeId(), -event.amountCents());
        }
    }
}
