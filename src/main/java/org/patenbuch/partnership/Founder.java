package org.patenbuch.partnership;

import org.patenbuch.access.Founding;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.stereotype.Component;

@Component
class Founder implements Founding {
    private final Ledger ledger;

    Founder(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void found(Who who, String partnership, String name) {
        ledger.send(new FoundPartnership(partnership, name), who, Origin.screen());
    }
}
