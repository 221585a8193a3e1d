package org.patenbuch.dialogue;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.dialogue.DemandEvent.Answer;
import org.patenbuch.dialogue.DialogueCommand.AnswerDemand;
import org.patenbuch.dialogue.DialogueCommand.AwardRecognition;
import org.patenbuch.dialogue.DialogueCommand.MakeCommitment;
import org.patenbuch.dialogue.DialogueCommand.RaiseDemand;
import org.patenbuch.dialogue.DialogueCommand.RecordMeeting;
import org.patenbuch.kernel.Personal;

/** What people and programs fill in about meetings, demands, commitments and recognition. */
public sealed interface DialogueForm {
    record Meeting(
            @Nullable String id,
            LocalDate heldOn,
            @Size(min = 1, max = 200) String title,
            @Size(max = 200) List<@Size(min = 1, max = 200) String> participants,
            @Size(min = 1) String summary)
            implements DialogueForm {
        public RecordMeeting command(String partnership, String meetingId) {
            List<Personal> present = participants.stream()
                    .map(name -> sealed(partnership, "meeting", meetingId, name))
                    .toList();
            Personal told = sealed(partnership, "meeting", meetingId, summary);
            return new RecordMeeting(partnership, meetingId, heldOn, title, present, told);
        }
    }

    /** @param addressee an office or organisation */
    record Demand(
            @Nullable String id,
            LocalDate raisedOn,
            @Size(min = 1, max = 200) String addressee,
            @Size(min = 1) String text,
            @Nullable String meetingId,
            @Nullable LocalDate answerBy)
            implements DialogueForm {
        public RaiseDemand command(String partnership, String demandId) {
            Personal told = sealed(partnership, "demand", demandId, text);
            return new RaiseDemand(partnership, demandId, raisedOn, addressee, told, meetingId, answerBy);
        }
    }

    record DemandsAnswer(
            @Nullable String id,
            LocalDate on,
            Answer answer,
            @Nullable String note) implements DialogueForm {
        public AnswerDemand command(String partnership, String commandId, String demandId) {
            Personal told = note == null ? null : sealed(partnership, "demand", demandId, note);
            return new AnswerDemand(partnership, commandId, demandId, on, answer, told);
        }
    }

    /** @param by the office or organisation that committed itself */
    record Commitment(
            @Nullable String id,
            LocalDate madeOn,
            @Size(min = 1, max = 200) String by,
            @Size(min = 1) String text,
            LocalDate dueOn,
            @Nullable String meetingId,
            @Nullable String demandId)
            implements DialogueForm {
        public MakeCommitment command(String partnership, String commitmentId) {
            Personal told = sealed(partnership, "commitment", commitmentId, text);
            return new MakeCommitment(partnership, commitmentId, madeOn, by, told, dueOn, meetingId, demandId);
        }
    }

    record Postponement(
            @Nullable String id,
            LocalDate dueOn,
            @Size(min = 1) String reason) implements DialogueForm {}

    record Fulfilment(@Nullable String id, LocalDate on) implements DialogueForm {}

    record Recognition(
            @Nullable String id,
            String sponsorId,
            LocalDate awardedOn,
            @Size(min = 1, max = 200) String title,
            @Size(min = 1) String basis)
            implements DialogueForm {
        public AwardRecognition command(String partnership, String recognitionId) {
            Personal told = sealed(partnership, "sponsor", sponsorId, basis);
            return new AwardRecognition(partnership, recognitionId, sponsorId, awardedOn, title, told);
        }
    }

    record Reasoned(@Nullable String id, @Size(min = 1) String reason) implements DialogueForm {}

    /** Text that may name people has the key of what it stands in. */
    static Personal sealed(String partnership, String kind, String id, String text) {
        return Personal.of(partnership + "/" + kind + "/" + id, text);
    }
}
