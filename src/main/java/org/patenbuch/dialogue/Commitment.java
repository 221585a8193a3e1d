package org.patenbuch.dialogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentDropped;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentKept;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentMade;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentPostponed;
import org.patenbuch.dialogue.DialogueCommand.DropCommitment;
import org.patenbuch.dialogue.DialogueCommand.KeepCommitment;
import org.patenbuch.dialogue.DialogueCommand.MakeCommitment;
import org.patenbuch.dialogue.DialogueCommand.PostponeCommitment;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;

/** A commitment stands until it is kept or dropped; its day may be put off. */
@Aggregate(type = "commitment")
class Commitment {
    @AggregateIdentifier
    private String stream;

    private String commitmentId;
    private LocalDate madeOn;
    private boolean over;

    Commitment() {}

    @CommandHandler
    Commitment(MakeCommitment command, Past past, References references) {
        references.require(command.partnership(), "meeting", command.meetingId());
        references.require(command.partnership(), "demand", command.demandId());
        past.require(command.partnership(), command.madeOn());
        requireNotBefore(command.madeOn(), command.dueOn());
        apply(new CommitmentMade(
                command.id(),
                command.madeOn(),
                command.by(),
                command.text(),
                command.dueOn(),
                command.meetingId(),
                command.demandId()));
    }

    @CommandHandler
    void decide(PostponeCommitment command) {
        requireStanding();
        requireNotBefore(madeOn, command.dueOn());
        apply(new CommitmentPostponed(commitmentId, command.dueOn(), command.why()));
    }

    @CommandHandler
    void decide(KeepCommitment command, Past past) {
        requireStanding();
        requireNotBefore(madeOn, command.on());
        past.require(command.partnership(), command.on());
        apply(new CommitmentKept(commitmentId, command.on()));
    }

    @CommandHandler
    void decide(DropCommitment command) {
        requireStanding();
        apply(new CommitmentDropped(commitmentId, command.why()));
    }

    private void requireStanding() {
        if (over) {
            throw new Rejected("commitment.over", commitmentId);
        }
    }

    private static void requireNotBefore(LocalDate first, LocalDate later) {
        if (later.isBefore(first)) {
            throw new Rejected("dialogue.out-of-order", later, first);
        }
    }

    @EventSourcingHandler
    void on(CommitmentMade event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "commitment", event.commitmentId());
        commitmentId = event.commitmentId();
        madeOn = event.madeOn();
    }

    @EventSourcingHandler
    void on(CommitmentKept event) {
        over = true;
    }

    @EventSourcingHandler
    void on(CommitmentDropped event) {
        over = true;
    }
}
