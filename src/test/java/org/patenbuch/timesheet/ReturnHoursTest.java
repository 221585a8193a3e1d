package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.corrected;
import static org.patenbuch.timesheet.May.returned;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.text;
import static org.patenbuch.timesheet.May.visit;
import static org.patenbuch.timesheet.May.withdrawn;

import org.junit.jupiter.api.Test;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;

class ReturnHoursTest {
    private final ReturnHours sendBack = new ReturnHours("rosenstadt", "R-1", "V-01", MONTH, "S-1", text("which day?"));

    @Test
    void an_entry_is_sent_back_with_a_comment() {
        sheet().events(visit("S-1", 3, 90)).when(sendBack).then(returned("S-1"));
    }

    @Test
    void an_entry_corrected_meanwhile_may_be_sent_back_again() {
        sheet().events(visit("S-1", 3, 90), returned("S-1"), corrected("S-1", 4, 90))
                .when(sendBack)
                .then(returned("S-1"));
    }

    @Test
    void refuses_to_send_back_what_has_been_sent_back() {
        sheet().events(visit("S-1", 3, 90), returned("S-1")).when(sendBack).refused("hours.returned");
    }

    @Test
    void refuses_an_approved_entry() {
        sheet().events(visit("S-1", 3, 90), approved("S-1")).when(sendBack).refused("hours.approved");
    }

    @Test
    void refuses_a_withdrawn_entry() {
        sheet().events(visit("S-1", 3, 90), withdrawn("S-1")).when(sendBack).refused("hours.withdrawn");
    }

    @Test
    void refuses_an_entry_that_is_not_there() {
        sheet().events(visit("S-2", 3, 90)).when(sendBack).refused("unknown-reference");
    }
}
