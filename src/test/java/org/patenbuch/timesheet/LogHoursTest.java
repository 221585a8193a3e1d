package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.on;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.standingOn;
import static org.patenbuch.timesheet.May.text;
import static org.patenbuch.timesheet.May.visit;
import static org.patenbuch.timesheet.May.withdrawn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;

class LogHoursTest {
    private static LogHours log(LocalDate on, int minutes) {
        return log(on, minutes, Activity.VISIT, "M-001", null);
    }

    private static LogHours log(
            LocalDate on, int minutes, Activity activity, @Nullable String sponsorship, @Nullable Personal note) {
        return new LogHours("rosenstadt", "S-1", "V-01", sponsorship, on, minutes, activity, note);
    }

    @Test
    void the_first_visit_of_a_month_starts_its_timesheet() {
        sheet().when(log(on(3), 90, Activity.VISIT, "M-001", text("homework")))
                .then(new HoursLogged("S-1", "V-01", "M-001", "H-001", on(3), 90, Activity.VISIT, text("homework")));
    }

    @Test
    void a_further_visit_is_added() {
        sheet().events(visit("S-0", 2, 60)).when(log(on(3), 90)).then(visit("S-1", 3, 90));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAINING", "MEETING", "TRAVEL"})
    void training_meetings_and_travel_need_no_sponsorship(Activity activity) {
        sheet().when(log(on(3), 90, activity, null, null))
                .then(new HoursLogged("S-1", "V-01", null, null, on(3), 90, activity, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"VISIT", "ACCOMPANIMENT"})
    void refuses_what_is_done_with_a_household_without_a_sponsorship(Activity activity) {
        sheet().when(log(on(3), 90, activity, null, null)).refused("hours.outside-sponsorship");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_sponsorship_that_is_another_sponsors_or_does_not_run_that_day(Activity activity) {
        standingOn(new May.Answering(true, true, true, null))
                .when(log(on(3), 90, activity, "M-001", null))
                .refused("hours.outside-sponsorship");
    }

    @Test
    void refuses_a_sponsorship_that_is_not_there() {
        standingOn(new May.Answering(true, true, false, null))
                .when(log(on(3), 90))
                .refused("unknown-reference");
    }

    @Test
    void refuses_a_sponsor_who_is_not_there() {
        standingOn(new May.Answering(true, false, true, null))
                .when(log(on(3), 90, Activity.TRAINING, null, null))
                .refused("unknown-reference");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        standingOn(new May.Answering(false, true, true, "H-001"))
                .when(log(on(3), 90))
                .refused("period.locked");
    }

    @Test
    void a_day_may_be_filled_to_its_last_minute() {
        sheet().when(log(on(3), 1440)).then(visit("S-1", 3, 1440));
        sheet().events(visit("S-0", 3, 1439)).when(log(on(3), 1)).then(visit("S-1", 3, 1));
    }

    @Test
    void refuses_more_than_a_day_holds() {
        sheet().events(visit("S-0", 3, 1439)).when(log(on(3), 2)).refused("hours.day-full");
        sheet().events(visit("S-0", 3, 1439)).when(log(on(4), 2)).then(visit("S-1", 4, 2));
    }

    @Test
    void what_was_withdrawn_leaves_its_place_free() {
        sheet().events(visit("S-0", 3, 1439), withdrawn("S-0"))
                .when(log(on(3), 2))
                .then(visit("S-1", 3, 2));
    }

    @Test
    void refuses_no_time_and_more_than_a_day() {
        sheet().when(log(on(3), 0)).refused("hours.minutes");
        sheet().when(log(on(3), -90)).refused("hours.minutes");
        sheet().when(log(on(3), 1441)).refused("hours.minutes");
    }

    @Test
    void today_is_not_the_future_but_tomorrow_is() {
        HoursLogged today = new HoursLogged("S-1", "V-01", "M-001", "H-001", Fixed.TODAY, 90, Activity.VISIT, null);
        sheet().when(log(Fixed.TODAY, 90)).then(today);
        sheet().when(log(Fixed.TODAY.plusDays(1), 90)).refused("hours.future");
    }
}
