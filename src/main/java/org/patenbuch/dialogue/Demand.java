package org.patenbuch.dialogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.dialogue.DemandEvent.DemandAnswered;
import org.patenbuch.dialogue.DemandEvent.DemandRaised;
import org.patenbuch.dialogue.DemandEvent.DemandWithdrawn;
import org.patenbuch.dialogue.DialogueCommand.AnswerDemand;
import org.patenbuch.dialogue.DialogueCommand.RaiseDemand;
import org.patenbuch.dialogue.DialogueCommand.WithdrawDemand;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;

/** A demand is raised, answered once, or withdrawn. */
@Aggregate(type = "demand")
class Demand {
    @AggregateIdentifier
    private String stream;

    private String demandId;
    private LocalDate raisedOn;
    private boolean answered;
    private boolean withdrawn;

    Demand() {}

    @CommandHandler
    Demand(RaiseDemand command, Past past, References references) {
        references.require(command.partnership(), "meeting", command.meetingId());
        past.require(command.partnership(), command.raisedOn());
        requireInOrder(command.answerBy(), command.raisedOn());
        apply(new DemandRaised(
                command.id(),
                command.raisedOn(),
                command.addressee(),
                command.text(),
                command.meetingId(),
                command.answerBy()));
    }

    @CommandHandler
    void decide(AnswerDemand command, Past past) {
        if (withdrawn) {
            throw new Rejected("dialogue.withdrawn", demandId);
        }
        if (answered) {
            throw new Rejected("dialogue.answered", demandId);
        }
        requireInOrder(command.on(), raisedOn);
        past.require(command.partnership(), command.on());
        apply(new DemandAnswered(demandId, command.on(), command.answer(), command.note()));
    }

    @CommandHandler
    void decide(WithdrawDemand command, Periods periods) {
        if (withdrawn) {
            throw new Rejected("dialogue.withdrawn", demandId);
        }
        periods.requireOpen(command.partnership(), raisedOn);
        apply(new DemandWithdrawn(demandId, command.why()));
    }

    private static void requireInOrder(@Nullable LocalDate later, LocalDate first) {
        if (later != null && later.isBefore(first)) {
            throw new Rejected("dialogue.out-of-order", later, first);
        }
    }

    @EventSourcingHandler
    void on(DemandRaised event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "demand", event.demandId());
        demandId = event.demandId();
        raisedOn = event.raisedOn();
    }

    @EventSourcingHandler
    void on(DemandAnswered event) {
        answered = true;
    }

    @EventSourcingHandler
    void on(DemandWithdrawn event) {
        withdrawn = true;
    }
}
