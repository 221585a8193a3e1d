package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.on;
import static org.patenbuch.timesheet.May.returned;
import static org.patenbuch.timesheet.May.revoked;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.text;
import static org.patenbuch.timesheet.May.visit;
import static org.patenbuch.timesheet.May.withdrawn;

import org.junit.jupiter.api.Test;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;

class WithdrawHoursTest {
    private final WithdrawHours withdraw = new WithdrawHours("rosenstadt", "W-1", "V-01", MONTH, "S-1", text("twice"));

    @Test
    void an_entry_is_withdrawn_with_the_reason_sealed() {
        sheet().events(visit("S-1", 3, 90)).when(withdraw).then(withdrawn("S-1"));
    }

    @Test
    void a_returned_entry_may_be_withdrawn() {
        sheet().events(visit("S-1", 3, 90), returned("S-1")).when(withdraw).then(withdrawn("S-1"));
    }

    @Test
    void an_entry_may_be_withdrawn_once_its_approval_is_revoked() {
        sheet().events(visit("S-1", 3, 90), approved("S-1"), revoked("S-1"))
                .when(withdraw)
                .then(withdrawn("S-1"));
    }

    @Test
    void refuses_an_approved_entry() {
        sheet().events(visit("S-1", 3, 90), approved("S-1")).when(withdraw).refused("hours.approved");
    }

    @Test
    void refuses_to_withdraw_twice() {
        sheet().events(visit("S-1", 3, 90), withdrawn("S-1")).when(withdraw).refused("hours.withdrawn");
    }

    @Test
    void refuses_an_entry_that_is_not_there() {
        sheet().events(visit("S-2", 3, 90)).when(withdraw).refused("unknown-reference");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        sheet(on(3)).events(visit("S-1", 3, 90)).when(withdraw).refused("period.locked");
    }
}
