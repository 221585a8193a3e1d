package org.patenbuch.desk;

import static org.patenbuch.access.Question.DIALOGUE;
import static org.patenbuch.desk.Column.day;
import static org.patenbuch.desk.Column.link;
import static org.patenbuch.desk.Column.text;
import static org.patenbuch.desk.Column.word;

import java.util.List;
import org.patenbuch.engagement.CommitmentEntry;
import org.patenbuch.engagement.DemandEntry;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.engagement.MeetingEntry;
import org.patenbuch.engagement.RecognitionEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meetings, demands, commitments and recognitions at the desk: what is over, and what follows of it. */
@Configuration(proxyBeanMethods = false)
class DialogueDesk {
    private static final String GROUP = "people";
    private static final List<String> BY_DAY = List.of("from", "to", "status", "q");

    @Bean
    Listed<MeetingEntry> meetingsList(DialogueLists lists) {
        return new Listed<>(
                "meetings",
                GROUP,
                150,
                DIALOGUE,
                (who, asked) -> lists.meetings(who.partnership(), asked),
                (who, id, asked) -> lists.meeting(who.partnership(), id, asked),
                (who, ids, asked) -> lists.meetings(who.partnership(), ids, asked),
                MeetingEntry::id,
                MeetingEntry::title,
                List.of(
                        text("title", MeetingEntry::title),
                        day("heldOn", MeetingEntry::heldOn),
                        word("status", MeetingEntry::status),
                        text("participants", DialogueDesk::present).onItsOwnPage(),
                        text("summary", MeetingEntry::summary).onItsOwnPage()),
                BY_DAY,
                List.of("HELD", "WITHDRAWN"));
    }

    private static String present(MeetingEntry meeting) {
        return String.join(", ", meeting.participants());
    }

    @Bean
    Listed<DemandEntry> demandsList(DialogueLists lists) {
        return new Listed<>(
                "demands",
                GROUP,
                160,
                DIALOGUE,
                (who, asked) -> lists.demands(who.partnership(), asked),
                (who, id, asked) -> lists.demand(who.partnership(), id, asked),
                null,
                DemandEntry::id,
                DemandEntry::id,
                List.of(
                        text("addressee", DemandEntry::addressee),
                        day("raisedOn", DemandEntry::raisedOn),
                        day("answerBy", DemandEntry::answerBy),
                        word("answer", DemandEntry::answer),
                        word("status", DemandEntry::status),
                        text("text", DemandEntry::text).onItsOwnPage(),
                        link("meetingId", "meetings", DemandEntry::meetingId).onItsOwnPage(),
                        day("answeredOn", DemandEntry::answeredOn).onItsOwnPage(),
                        text("note", DemandEntry::note).onItsOwnPage()),
                BY_DAY,
                List.of("OPEN", "ANSWERED", "WITHDRAWN"));
    }

    @Bean
    Listed<CommitmentEntry> commitmentsList(DialogueLists lists) {
        return new Listed<>(
                "commitments",
                GROUP,
                170,
                DIALOGUE,
                (who, asked) -> lists.commitments(who.partnership(), asked),
                (who, id, asked) -> lists.commitment(who.partnership(), id, asked),
                null,
                CommitmentEntry::id,
                CommitmentEntry::id,
                List.of(
                        text("by", CommitmentEntry::by),
                        day("madeOn", CommitmentEntry::madeOn),
                        day("dueOn", CommitmentEntry::dueOn),
                        word("status", CommitmentEntry::status),
                        text("text", CommitmentEntry::text).onItsOwnPage(),
                        link("meetingId", "meetings", CommitmentEntry::meetingId)
                                .onItsOwnPage(),
                        link("demandId", "demands", CommitmentEntry::demandId).onItsOwnPage(),
                        day("keptOn", CommitmentEntry::keptOn).onItsOwnPage()),
                BY_DAY,
                List.of("OPEN", "KEPT", "DROPPED"));
    }

    @Bean
    Listed<RecognitionEntry> recognitionsList(DialogueLists lists) {
        return new Listed<>(
                "recognitions",
                GROUP,
                180,
                DIALOGUE,
                (who, asked) -> lists.recognitions(who.partnership(), asked),
                (who, id, asked) -> lists.recognition(who.partnership(), id, asked),
                null,
                RecognitionEntry::id,
                RecognitionEntry::title,
                List.of(
                        text("award", RecognitionEntry::title),
                        link("sponsorId", "sponsors", RecognitionEntry::sponsorId),
                        day("awardedOn", RecognitionEntry::awardedOn),
                        word("status", RecognitionEntry::status),
                        text("basis", RecognitionEntry::basis).onItsOwnPage()),
                List.of("from", "to", "sponsorId", "status", "q"),
                List.of("AWARDED", "REVOKED"));
    }

    @Bean
    static Desk.Actions dialogueActions() {
        return new Desk.Actions(List.of(
                Action.entering("meetings", "RecordMeeting", false),
                Action.on("meetings", "withdrawal", "WithdrawMeeting", false, "HELD"),
                Action.entering("demands", "RaiseDemand", false),
                Action.on("demands", "answer", "AnswerDemand", false, "OPEN"),
                Action.on("demands", "withdrawal", "WithdrawDemand", false),
                Action.entering("commitments", "MakeCommitment", false),
                Action.on("commitments", "fulfilment", "KeepCommitment", false, "OPEN"),
                Action.on("commitments", "postponement", "PostponeCommitment", false, "OPEN"),
                Action.on("commitments", "drop", "DropCommitment", false, "OPEN"),
                Action.entering("recognitions", "AwardRecognition", false),
                Action.on("recognitions", "revocation", "RevokeRecognition", false, "AWARDED")));
    }
}
