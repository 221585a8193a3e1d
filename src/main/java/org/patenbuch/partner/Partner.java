package org.patenbuch.partner;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.PartnerRegistered;

/** A partner is registered once; what it promises and gives stands in the streams of pledges and funds. */
@Aggregate(type = "partner")
class Partner {
    @AggregateIdentifier
    private String stream;

    Partner() {}

    @CommandHandler
    Partner(RegisterPartner command) {
        apply(new PartnerRegistered(
                command.id(), command.name(), command.kindOfPartner(), command.roles(), command.since()));
    }

    @EventSourcingHandler
    void on(PartnerRegistered event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "partner", event.partnerId());
    }
}
