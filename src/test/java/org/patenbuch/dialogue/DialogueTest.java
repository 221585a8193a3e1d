package org.patenbuch.dialogue;

import static org.patenbuch.dialogue.DialogueForm.sealed;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentDropped;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentKept;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentMade;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentPostponed;
import org.patenbuch.dialogue.DemandEvent.Answer;
import org.patenbuch.dialogue.DemandEvent.DemandAnswered;
import org.patenbuch.dialogue.DemandEvent.DemandRaised;
import org.patenbuch.dialogue.DemandEvent.DemandWithdrawn;
import org.patenbuch.dialogue.DialogueCommand.AnswerDemand;
import org.patenbuch.dialogue.DialogueCommand.AwardRecognition;
import org.patenbuch.dialogue.DialogueCommand.DropCommitment;
import org.patenbuch.dialogue.DialogueCommand.KeepCommitment;
import org.patenbuch.dialogue.DialogueCommand.MakeCommitment;
import org.patenbuch.dialogue.DialogueCommand.PostponeCommitment;
import org.patenbuch.dialogue.DialogueCommand.RaiseDemand;
import org.patenbuch.dialogue.DialogueCommand.RecordMeeting;
import org.patenbuch.dialogue.DialogueCommand.RevokeRecognition;
import org.patenbuch.dialogue.DialogueCommand.WithdrawDemand;
import org.patenbuch.dialogue.DialogueCommand.WithdrawMeeting;
import org.patenbuch.dialogue.MeetingEvent.MeetingRecorded;
import org.patenbuch.dialogue.MeetingEvent.MeetingWithdrawn;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionAwarded;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionRevoked;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.sponsor.Fixed;

class DialogueTest {
    private static final LocalDate DAY = LocalDate.of(2013, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2013, 4, 1);
    private static final LocalDate LOCKED = LocalDate.of(2013, 1, 1);
    private static final LocalDate TOMORROW = Fixed.TODAY.plusDays(1);
    private static final Personal WHY = sealed("rosenstadt", "meeting", "T-1", "typed twice");
    private static final Personal KEPT =
            Personal.of("rosenstadt", TextKind.MEETING, Fixed.TODAY.getYear(), "typed twice");

    private static <T> Given<T> stream(Class<T> aggregate) {
        Past past = new Past(Fixed.locked(LOCKED), Fixed.today());
        return Given.stream(
                aggregate, past, Fixed.locked(LOCKED), Fixed.known("meeting/T-1", "demand/D-1", "sponsor/V-01"));
    }

    private static RecordMeeting meet(LocalDate on) {
        return new RecordMeeting("rosenstadt", "T-1", on, "Runder Tisch", List.of(WHY), WHY);
    }

    private static MeetingRecorded met(LocalDate on) {
        return new MeetingRecorded("T-1", on, "Runder Tisch", List.of(KEPT), KEPT);
    }

    private static RaiseDemand raise(LocalDate on, String meeting, LocalDate answerBy) {
        return new RaiseDemand("rosenstadt", "D-1", on, "Landkreis", WHY, meeting, answerBy);
    }

    private static DemandRaised raised() {
        return new DemandRaised("D-1", DAY, "Landkreis", WHY, "T-1", LATER);
    }

    private static AnswerDemand answer(LocalDate on) {
        return new AnswerDemand("rosenstadt", "A-1", "D-1", on, Answer.MET, null);
    }

    private static MakeCommitment commit(LocalDate madeOn, LocalDate dueOn, String demand) {
        return new MakeCommitment("rosenstadt", "K-1", madeOn, "Sparkasse", WHY, dueOn, "T-1", demand);
    }

    private static CommitmentMade committed() {
        return new CommitmentMade("K-1", DAY, "Sparkasse", WHY, LATER, "T-1", "D-1");
    }

    private static AwardRecognition award(LocalDate on, String sponsor) {
        return new AwardRecognition("rosenstadt", "E-1", sponsor, on, "Ehrenurkunde", WHY);
    }

    @Test
    void a_meeting_is_recorded_and_withdrawn() {
        stream(Meeting.class).when(meet(DAY)).then(met(DAY));
        stream(Meeting.class)
                .events(met(DAY))
                .when(new WithdrawMeeting("rosenstadt", "W-1", "T-1", WHY))
                .then(new MeetingWithdrawn("T-1", KEPT));
    }

    @Test
    void refuses_a_meeting_from_tomorrow_or_in_a_locked_period() {
        stream(Meeting.class).when(meet(TOMORROW)).refused("dialogue.future");
        stream(Meeting.class).when(meet(LOCKED)).refused("period.locked");
    }

    @Test
    void refuses_to_withdraw_a_meeting_twice_or_in_a_locked_period() {
        WithdrawMeeting withdraw = new WithdrawMeeting("rosenstadt", "W-2", "T-1", WHY);
        stream(Meeting.class)
                .events(met(DAY), new MeetingWithdrawn("T-1", WHY))
                .when(withdraw)
                .refused("dialogue.withdrawn");
        stream(Meeting.class).events(met(LOCKED)).when(withdraw).refused("period.locked");
    }

    @Test
    void a_demand_is_raised_answered_and_withdrawn() {
        stream(Demand.class).when(raise(DAY, "T-1", LATER)).then(raised());
        stream(Demand.class)
                .events(raised())
                .when(answer(LATER))
                .then(new DemandAnswered("D-1", LATER, Answer.MET, null));
        stream(Demand.class)
                .events(raised())
                .when(new WithdrawDemand("rosenstadt", "W-1", "D-1", WHY))
                .then(new DemandWithdrawn("D-1", WHY));
    }

    @Test
    void refuses_a_demand_of_an_unknown_meeting_of_tomorrow_or_to_be_answered_before() {
        stream(Demand.class).when(raise(DAY, "T-9", null)).refused("unknown-reference");
        stream(Demand.class).when(raise(TOMORROW, null, null)).refused("dialogue.future");
        stream(Demand.class).when(raise(LATER, null, DAY)).refused("dialogue.out-of-order");
    }

    @Test
    void refuses_a_second_answer_and_one_before_the_demand_or_after_its_withdrawal() {
        stream(Demand.class)
                .events(raised(), new DemandAnswered("D-1", LATER, Answer.MET, null))
                .when(answer(LATER))
                .refused("dialogue.answered");
        stream(Demand.class).events(raised()).when(answer(DAY.minusDays(1))).refused("dialogue.out-of-order");
        stream(Demand.class)
                .events(raised(), new DemandWithdrawn("D-1", WHY))
                .when(answer(LATER))
                .refused("dialogue.withdrawn");
        stream(Demand.class)
                .events(raised(), new DemandWithdrawn("D-1", WHY))
                .when(new WithdrawDemand("rosenstadt", "W-2", "D-1", WHY))
                .refused("dialogue.withdrawn");
    }

    @Test
    void a_commitment_is_made_postponed_kept_or_dropped() {
        stream(Commitment.class).when(commit(DAY, LATER, "D-1")).then(committed());
        stream(Commitment.class)
                .events(committed())
                .when(new PostponeCommitment("rosenstadt", "U-1", "K-1", TOMORROW, WHY))
                .then(new CommitmentPostponed("K-1", TOMORROW, WHY));
        stream(Commitment.class)
                .events(committed())
                .when(new KeepCommitment("rosenstadt", "F-1", "K-1", LATER))
                .then(new CommitmentKept("K-1", LATER));
        stream(Commitment.class)
                .events(committed())
                .when(new DropCommitment("rosenstadt", "X-1", "K-1", WHY))
                .then(new CommitmentDropped("K-1", WHY));
    }

    @Test
    void refuses_a_commitment_of_an_unknown_demand_or_due_before_it_is_made() {
        stream(Commitment.class).when(commit(DAY, LATER, "D-9")).refused("unknown-reference");
        stream(Commitment.class).when(commit(LATER, DAY, null)).refused("dialogue.out-of-order");
    }

    @Test
    void refuses_anything_about_a_commitment_that_is_over() {
        for (CommitmentEvent over : List.of(new CommitmentKept("K-1", LATER), new CommitmentDropped("K-1", WHY))) {
            for (DialogueCommand command : List.of(
                    new KeepCommitment("rosenstadt", "F-2", "K-1", LATER),
                    new PostponeCommitment("rosenstadt", "U-2", "K-1", TOMORROW, WHY),
                    new DropCommitment("rosenstadt", "X-2", "K-1", WHY))) {
                stream(Commitment.class).events(committed(), over).when(command).refused("commitment.over");
            }
        }
    }

    @Test
    void a_sponsor_is_recognised_on_record() {
        stream(Recognition.class)
                .when(award(DAY, "V-01"))
                .then(new RecognitionAwarded("E-1", "V-01", DAY, "Ehrenurkunde", WHY));
        stream(Recognition.class)
                .events(new RecognitionAwarded("E-1", "V-01", DAY, "Ehrenurkunde", WHY))
                .when(new RevokeRecognition("rosenstadt", "R-1", "E-1", WHY))
                .then(new RecognitionRevoked("E-1", WHY));
    }

    @Test
    void refuses_to_recognise_a_stranger_or_tomorrow_or_to_revoke_twice() {
        stream(Recognition.class).when(award(DAY, "V-99")).refused("unknown-reference");
        stream(Recognition.class).when(award(TOMORROW, "V-01")).refused("dialogue.future");
        stream(Recognition.class)
                .events(
                        new RecognitionAwarded("E-1", "V-01", DAY, "Ehrenurkunde", WHY),
                        new RecognitionRevoked("E-1", WHY))
                .when(new RevokeRecognition("rosenstadt", "R-2", "E-1", WHY))
                .refused("recognition.revoked");
    }
}
