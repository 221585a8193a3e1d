package org.patenbuch.dialogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.dialogue.DialogueCommand.RecordMeeting;
import org.patenbuch.dialogue.DialogueCommand.WithdrawMeeting;
import org.patenbuch.dialogue.MeetingEvent.MeetingRecorded;
import org.patenbuch.dialogue.MeetingEvent.MeetingWithdrawn;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;

/** A meeting is recorded once it was held; one recorded by mistake is withdrawn. */
@Aggregate(type = "meeting")
class Meeting {
    @AggregateIdentifier
    private String stream;

    private String meetingId;
    private LocalDate heldOn;
    private boolean withdrawn;

    Meeting() {}

    @CommandHandler
    Meeting(RecordMeeting command, Past past) {
        past.require(command.partnership(), command.heldOn());
        apply(new MeetingRecorded(
                command.id(),
                command.heldOn(),
                command.title(),
                command.participants().stream()
                        .map(name -> past.ofThisYear(command.partnership(), name))
                        .toList(),
                past.ofThisYear(command.partnership(), command.summary())));
    }

    @CommandHandler
    void decide(WithdrawMeeting command, Periods periods, Past past) {
        if (withdrawn) {
            throw new Rejected("dialogue.withdrawn", meetingId);
        }
        periods.requireOpen(command.partnership(), heldOn);
        apply(new MeetingWithdrawn(meetingId, past.ofThisYear(command.partnership(), command.why())));
    }

    @EventSourcingHandler
    void on(MeetingRecorded event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "meeting", event.meetingId());
        meetingId = event.meetingId();
        heldOn = event.heldOn();
    }

    @EventSourcingHandler
    void on(MeetingWithdrawn event) {
        withdrawn = true;
    }
}
