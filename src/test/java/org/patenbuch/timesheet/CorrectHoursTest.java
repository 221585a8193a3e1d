package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.corrected;
import static org.patenbuch.timesheet.May.on;
import static org.patenbuch.timesheet.May.returned;
import static org.patenbuch.timesheet.May.revoked;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.standingOn;
import static org.patenbuch.timesheet.May.text;
import static org.patenbuch.timesheet.May.visit;
import static org.patenbuch.timesheet.May.withdrawn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;

class CorrectHoursTest {
    private static CorrectHours correct(
            @Nullable Integer minutes, @Nullable LocalDate on, @Nullable Activity activity) {
        return new CorrectHours("rosenstadt", "C-1", "V-01", MONTH, "S-1", minutes, on, activity, text("a slip"));
    }

    private static CorrectHours minutes(int minutes) {
        return correct(minutes, null, null);
    }

    @Test
    void what_is_not_named_stays_as_it_is() {
        sheet().events(visit("S-1", 3, 90)).when(minutes(60)).then(corrected("S-1", 3, 60));
        sheet().events(visit("S-1", 3, 90)).when(correct(null, on(4), null)).then(corrected("S-1", 4, 90));
        sheet().events(visit("S-1", 3, 90))
                .when(correct(null, null, Activity.TRAVEL))
                .then(new HoursCorrected("S-1", on(3), 90, Activity.TRAVEL, text("a slip")));
    }

    @Test
    void a_returned_entry_is_corrected() {
        sheet().events(visit("S-1", 3, 90), returned("S-1")).when(minutes(60)).then(corrected("S-1", 3, 60));
    }

    @Test
    void an_entry_is_corrected_again_once_its_approval_is_revoked() {
        sheet().events(visit("S-1", 3, 90), approved("S-1"), revoked("S-1"))
                .when(minutes(60))
                .then(corrected("S-1", 3, 60));
    }

    @Test
    void refuses_an_approved_entry() {
        sheet().events(visit("S-1", 3, 90), approved("S-1")).when(minutes(60)).refused("hours.approved");
    }

    @Test
    void refuses_a_withdrawn_entry() {
        sheet().events(visit("S-1", 3, 90), withdrawn("S-1")).when(minutes(60)).refused("hours.withdrawn");
    }

    @Test
    void refuses_an_entry_that_is_not_there() {
        sheet().events(visit("S-2", 3, 90)).when(minutes(60)).refused("unknown-reference");
    }

    @Test
    void refuses_a_correction_that_says_nothing() {
        sheet().events(visit("S-1", 3, 90)).when(correct(null, null, null)).refused("hours.nothing-to-correct");
    }

    @Test
    void refuses_to_move_an_entry_to_another_month() {
        sheet().events(visit("S-1", 3, 90))
                .when(correct(null, on(1).minusDays(1), null))
                .refused("hours.other-month");
    }

    @Test
    void refuses_no_time_and_more_than_a_day() {
        sheet().events(visit("S-1", 3, 90)).when(minutes(0)).refused("hours.minutes");
        sheet().events(visit("S-1", 3, 90)).when(minutes(1441)).refused("hours.minutes");
    }

    @Test
    void the_entry_itself_does_not_count_against_its_new_length() {
        sheet().events(visit("S-1", 3, 800), visit("S-2", 3, 600))
                .when(minutes(840))
                .then(corrected("S-1", 3, 840));
    }

    @Test
    void refuses_more_than_a_day_holds() {
        sheet().events(visit("S-1", 3, 800), visit("S-2", 3, 600))
                .when(minutes(841))
                .refused("hours.day-full");
        sheet().events(visit("S-1", 3, 800), visit("S-2", 4, 641))
                .when(correct(null, on(4), null))
                .refused("hours.day-full");
    }

    @Test
    void refuses_to_move_a_visit_out_of_its_sponsorship() {
        standingOn(new May.Answering(true, true, true, null))
                .events(visit("S-1", 3, 90))
                .when(correct(null, on(4), null))
                .refused("hours.outside-sponsorship");
    }

    @Test
    void refuses_to_make_a_training_a_visit_without_a_household() {
        sheet().events(new HoursLogged("S-1", "V-01", null, null, on(3), 90, Activity.TRAINING, null))
                .when(correct(null, null, Activity.VISIT))
                .refused("hours.outside-sponsorship");
    }

    @Test
    void refuses_an_old_and_a_new_day_in_a_locked_period() {
        sheet(on(3))
                .events(visit("S-1", 3, 90))
                .when(correct(null, on(4), null))
                .refused("period.locked");
        standingOn(new May.Answering(false, true, true, "H-001"))
                .events(visit("S-1", 3, 90))
                .when(correct(null, on(4), null))
                .refused("period.locked");
    }
}
