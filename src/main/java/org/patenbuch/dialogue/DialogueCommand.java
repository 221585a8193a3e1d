package org.patenbuch.dialogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.dialogue.DemandEvent.Answer;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;

/** What can be asked of meetings, demands, commitments and recognitions. Reasons may speak of people, so they are sealed. */
public sealed interface DialogueCommand extends Command {
    record RecordMeeting(
            String partnership,
            String id,
            LocalDate heldOn,
            String title,
            List<Personal> participants,
            Personal summary)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "meeting";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "meeting", id);
        }
    }

    record WithdrawMeeting(String partnership, String id, String meetingId, Personal why) implements DialogueCommand {
        @Override
        public String kind() {
            return "meeting-withdrawal";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "meeting", meetingId);
        }
    }

    record RaiseDemand(
            String partnership,
            String id,
            LocalDate raisedOn,
            String addressee,
            Personal text,
            @Nullable String meetingId,
            @Nullable LocalDate answerBy)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "demand";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "demand", id);
        }
    }

    record AnswerDemand(
            String partnership,
            String id,
            String demandId,
            LocalDate on,
            Answer answer,
            @Nullable Personal note) implements DialogueCommand {
        @Override
        public String kind() {
            return "demand-answer";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "demand", demandId);
        }
    }

    record WithdrawDemand(String partnership, String id, String demandId, Personal why) implements DialogueCommand {
        @Override
        public String kind() {
            return "demand-withdrawal";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "demand", demandId);
        }
    }

    record MakeCommitment(
            String partnership,
            String id,
            LocalDate madeOn,
            String by,
            Personal text,
            LocalDate dueOn,
            @Nullable String meetingId,
            @Nullable String demandId)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "commitment";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "commitment", id);
        }
    }

    record PostponeCommitment(String partnership, String id, String commitmentId, LocalDate dueOn, Personal why)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "commitment-postponement";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "commitment", commitmentId);
        }
    }

    record KeepCommitment(String partnership, String id, String commitmentId, LocalDate on) implements DialogueCommand {
        @Override
        public String kind() {
            return "commitment-fulfilment";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "commitment", commitmentId);
        }
    }

    record DropCommitment(String partnership, String id, String commitmentId, Personal why) implements DialogueCommand {
        @Override
        public String kind() {
            return "commitment-drop";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "commitment", commitmentId);
        }
    }

    record AwardRecognition(
            String partnership, String id, String sponsorId, LocalDate awardedOn, String title, Personal basis)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "recognition";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "recognition", id);
        }
    }

    record RevokeRecognition(String partnership, String id, String recognitionId, Personal why)
            implements DialogueCommand {
        @Override
        public String kind() {
            return "recognition-revocation";
        }

        @Override
        public String stream() {
            return StreamName.of(partnership, "recognition", recognitionId);
        }
    }
}
