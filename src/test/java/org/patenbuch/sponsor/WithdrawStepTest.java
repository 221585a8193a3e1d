package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.registered;
import static org.patenbuch.sponsor.Path.text;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.InterviewSponsor;
import org.patenbuch.sponsor.SponsorCommand.WithdrawDeparture;
import org.patenbuch.sponsor.SponsorCommand.WithdrawInterview;
import org.patenbuch.sponsor.SponsorCommand.WithdrawTraining;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;

/** Each step is taken back by its own command, and only if it was taken. */
class WithdrawStepTest {
    private static final LocalDate DAY = on(2, 1);
    private static final Personal WHY = text("typed for the wrong person");

    private static InterviewSponsor interview(LocalDate on) {
        return new InterviewSponsor("rosenstadt", "I-1", "V-01", on, text("wants to help"));
    }

    private static final WithdrawInterview NO_INTERVIEW = new WithdrawInterview("rosenstadt", "X-1", "V-01", DAY, WHY);
    private static final WithdrawTraining NO_TRAINING = new WithdrawTraining("rosenstadt", "X-1", "V-01", DAY, WHY);
    private static final WithdrawDeparture NO_DEPARTURE = new WithdrawDeparture("rosenstadt", "X-1", "V-01", WHY);

    @Test
    void an_interview_is_recorded_and_withdrawn() {
        SponsorInterviewed spoken = new SponsorInterviewed("V-01", DAY, text("wants to help"));
        registered().when(interview(DAY)).then(spoken);
        registered().events(spoken).when(NO_INTERVIEW).then(new InterviewWithdrawn("V-01", DAY, WHY));
        registered()
                .events(spoken, new InterviewWithdrawn("V-01", DAY, WHY))
                .when(NO_INTERVIEW)
                .refused("sponsor.no-such-step");
    }

    @Test
    void refuses_an_interview_from_tomorrow_or_with_somebody_who_left_or_in_a_locked_period() {
        registered().when(interview(Fixed.TODAY.plusDays(1))).refused("sponsor.future");
        registered().events(departed(on(1, 1))).when(interview(DAY)).refused("sponsor.left");
        registered(DAY).when(interview(DAY)).refused("period.locked");
    }

    @Test
    void a_training_is_withdrawn_by_its_day() {
        TrainingCompleted trained = new TrainingCompleted("V-01", DAY, 30);
        registered().events(trained).when(NO_TRAINING).then(new TrainingWithdrawn("V-01", DAY, WHY));
        registered().when(NO_TRAINING).refused("sponsor.no-such-step");
        registered(DAY).events(trained).when(NO_TRAINING).refused("period.locked");
    }

    @Test
    void who_left_by_mistake_goes_on_as_before() {
        registered().events(departed(DAY)).when(NO_DEPARTURE).then(new DepartureWithdrawn("V-01", WHY));
        registered()
                .events(departed(DAY), new DepartureWithdrawn("V-01", WHY))
                .when(new CompleteTraining("rosenstadt", "T-1", "V-01", on(3, 1), null))
                .then(new TrainingCompleted("V-01", on(3, 1), null));
        registered().when(NO_DEPARTURE).refused("sponsor.still-here");
        registered(DAY).events(departed(DAY)).when(NO_DEPARTURE).refused("period.locked");
    }
}
