package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.corrected;
import static org.patenbuch.timesheet.May.returned;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.visit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.partnership.Rule;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.SubmitTimesheet;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;

class SubmitTimesheetTest {
    private static final SubmitTimesheet SUBMIT = new SubmitTimesheet("rosenstadt", "X-1", "V-01", MONTH);

    private static TimesheetSubmitted submitted(String... entries) {
        return new TimesheetSubmitted("X-1", "V-01", MONTH, Fixed.TODAY, List.of(entries));
    }

    @Test
    void what_waits_to_be_approved_is_submitted() {
        sheet().events(visit("S-1", 3, 90), visit("S-2", 4, 60), approved("S-1"))
                .when(SUBMIT)
                .then(submitted("S-2"));
    }

    @Test
    void what_came_after_is_submitted_again() {
        sheet().events(visit("S-1", 3, 90), submitted("S-1"), visit("S-2", 4, 60))
                .when(SUBMIT)
                .then(submitted("S-1", "S-2"));
    }

    @Test
    void refuses_nothing_new_and_what_was_sent_back() {
        sheet().events(visit("S-1", 3, 90), submitted("S-1")).when(SUBMIT).refused("timesheet.nothing-to-submit");
        sheet().events(visit("S-1", 3, 90), approved("S-1")).when(SUBMIT).refused("timesheet.nothing-to-submit");
        sheet().events(visit("S-1", 3, 90), returned("S-1")).when(SUBMIT).refused("hours.returned");
        sheet().events(visit("S-1", 3, 90), returned("S-1"), corrected("S-1", 3, 60))
                .when(SUBMIT)
                .then(submitted("S-1"));
    }

    @Test
    void where_the_rule_says_so_nobody_approves_what_they_entered() {
        ApproveTimesheet approve = new ApproveTimesheet("rosenstadt", "A-1", "V-01", MONTH, null, null);
        fourEyes().as("coordinator").when(approve).refused("hours.four-eyes");
        fourEyes().as("another").when(approve).then(approved("S-1"));
        sheet().events(visit("S-1", 3, 90)).when(approve).then(approved("S-1"));
    }

    /** Entered by {@code coordinator}, as all facts of a fixture are before another acts. */
    private static Given<Timesheet> fourEyes() {
        return Given.stream(
                        Timesheet.class, May.CLAIMED_S7, Fixed.rules(Map.of(Rule.HOURS_FOUR_EYES, 1L)), Fixed.today())
                .events(visit("S-1", 3, 90));
    }
}
