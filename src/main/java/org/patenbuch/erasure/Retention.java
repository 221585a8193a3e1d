package org.patenbuch.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.erasure.RetentionCommand.EraseTexts;
import org.patenbuch.erasure.RetentionEvent.TextsErased;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;

/** Text of one kind and year: kept as long as the law wants it, then erased, once. */
@Aggregate(type = "retention")
class Retention {
    @AggregateIdentifier
    private String stream;

    Retention() {}

    @CommandHandler
    Retention(EraseTexts command) {
        Hold hold = Hold.texts(command.kindOfText(), command.year());
        if (hold.standsOn(command.on())) {
            throw new Rejected(
                    "erasure.held", command.kindOfText().key() + "/" + command.year(), hold.rule(), hold.until());
        }
        apply(new TextsErased(command.kindOfText(), command.year(), command.on()));
    }

    @EventSourcingHandler
    void on(TextsErased event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "retention", event.kind().key() + "." + event.year());
    }
}
