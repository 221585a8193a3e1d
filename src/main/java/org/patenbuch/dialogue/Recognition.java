package org.patenbuch.dialogue;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.dialogue.DialogueCommand.AwardRecognition;
import org.patenbuch.dialogue.DialogueCommand.RevokeRecognition;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionAwarded;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionRevoked;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;

/** A recognition is awarded to a sponsor; one awarded by mistake is revoked. */
@Aggregate(type = "recognition")
class Recognition {
    @AggregateIdentifier
    private String stream;

    private String recognitionId;
    private LocalDate awardedOn;
    private boolean revoked;

    Recognition() {}

    @CommandHandler
    Recognition(AwardRecognition command, Past past, References references) {
        references.require(command.partnership(), "sponsor", command.sponsorId());
        past.require(command.partnership(), command.awardedOn());
        apply(new RecognitionAwarded(
                command.id(), command.sponsorId(), command.awardedOn(), command.title(), command.basis()));
    }

    @CommandHandler
    void decide(RevokeRecognition command, Periods periods) {
        if (revoked) {
            throw new Rejected("recognition.revoked", recognitionId);
        }
        periods.requireOpen(command.partnership(), awardedOn);
        apply(new RecognitionRevoked(recognitionId, command.why()));
    }

    @EventSourcingHandler
    void on(RecognitionAwarded event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "recognition", event.recognitionId());
        recognitionId = event.recognitionId();
        awardedOn = event.awardedOn();
    }

    @EventSourcingHandler
    void on(RecognitionRevoked event) {
        revoked = true;
    }
}
