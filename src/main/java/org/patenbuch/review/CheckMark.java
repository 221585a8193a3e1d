package org.patenbuch.review;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.review.ReviewCommand.AddCheckMark;
import org.patenbuch.review.ReviewEvent.CheckMarkAdded;
import org.patenbuch.review.ReviewEvent.Finding;

/** A mark stays; who sees it otherwise later adds another. */
@Aggregate(type = "check-mark")
class CheckMark {
    @AggregateIdentifier
    private String stream;

    CheckMark() {}

    @CommandHandler
    CheckMark(AddCheckMark command, Recorded recorded) {
        if (!recorded.holds(command.partnership(), command.position())) {
            throw new Rejected("unknown-reference", Long.toString(command.position()));
        }
        if (command.finding() == Finding.OBJECTION && command.note() == null) {
            throw new Rejected("check-mark.says-nothing");
        }
        apply(new CheckMarkAdded(command.id(), command.position(), command.finding(), command.note()));
    }

    @EventSourcingHandler
    void on(CheckMarkAdded event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "check-mark", event.checkMarkId());
    }
}
