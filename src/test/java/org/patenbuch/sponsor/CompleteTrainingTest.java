package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;

class CompleteTrainingTest {
    private static CompleteTraining complete(LocalDate on) {
        return new CompleteTraining("rosenstadt", "T-1", "V-01", on, 30);
    }

    @Test
    void a_training_is_recorded_with_its_hours() {
        registered().when(complete(on(2, 1))).then(new TrainingCompleted("V-01", on(2, 1), 30));
    }

    @Test
    void a_training_may_be_renewed() {
        registered()
                .events(new TrainingCompleted("V-01", on(2, 1), 30))
                .when(complete(on(3, 1)))
                .then(new TrainingCompleted("V-01", on(3, 1), 30));
    }

    @Test
    void today_is_not_the_future() {
        registered().when(complete(Fixed.TODAY)).then(new TrainingCompleted("V-01", Fixed.TODAY, 30));
    }

    @Test
    void refuses_a_training_that_is_still_to_come() {
        registered().when(complete(Fixed.TODAY.plusDays(1))).refused("sponsor.future");
    }

    @Test
    void refuses_a_sponsor_who_has_left() {
        registered().events(departed(on(1, 1))).when(complete(on(2, 1))).refused("sponsor.left");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        registered(on(2, 1)).when(complete(on(2, 1))).refused("period.locked");
    }
}
