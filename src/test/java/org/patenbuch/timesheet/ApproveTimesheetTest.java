package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.returned;
import static org.patenbuch.timesheet.May.revoked;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.visit;
import static org.patenbuch.timesheet.May.withdrawn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;

class ApproveTimesheetTest {
    private static ApproveTimesheet approve(@Nullable String approverSponsorId, String... entries) {
        List<String> named = entries.length == 0 ? null : List.of(entries);
        return new ApproveTimesheet("rosenstadt", "A-1", "V-01", MONTH, named, approverSponsorId);
    }

    @Test
    void all_that_is_logged_is_approved_unless_entries_are_named() {
        sheet().events(visit("S-1", 3, 90), visit("S-2", 4, 90), returned("S-2"), visit("S-3", 5, 90))
                .when(approve(null))
                .then(approved("S-1", "S-3"));
    }

    @Test
    void only_the_named_entries_are_approved_each_once() {
        sheet().events(visit("S-1", 3, 90), visit("S-2", 4, 90))
                .when(approve(null, "S-2", "S-2"))
                .then(approved("S-2"));
    }

    @Test
    void what_was_revoked_may_be_approved_again() {
        sheet().events(visit("S-1", 3, 90), approved("S-1"), revoked("S-1"))
                .when(approve(null))
                .then(approved("S-1"));
    }

    @Test
    void another_sponsor_who_also_coordinates_may_approve() {
        sheet().events(visit("S-1", 3, 90)).when(approve("V-02")).then(approved("S-1"));
    }

    @Test
    void refuses_ones_own_hours() {
        sheet().events(visit("S-1", 3, 90)).when(approve("V-01")).refused("hours.own-approval");
    }

    @Test
    void refuses_a_month_with_nothing_to_approve() {
        sheet().events(visit("S-1", 3, 90), withdrawn("S-1"))
                .when(approve(null))
                .refused("timesheet.nothing-to-approve");
        sheet().events(visit("S-1", 3, 90), approved("S-1"))
                .when(approve(null))
                .refused("timesheet.nothing-to-approve");
    }

    @Test
    void refuses_a_named_entry_that_cannot_be_approved() {
        sheet().events(visit("S-1", 3, 90), returned("S-1"))
                .when(approve(null, "S-1"))
                .refused("hours.returned");
        sheet().events(visit("S-1", 3, 90), withdrawn("S-1"))
                .when(approve(null, "S-1"))
                .refused("hours.withdrawn");
        sheet().events(visit("S-1", 3, 90), approved("S-1"))
                .when(approve(null, "S-1"))
                .refused("hours.already-approved");
        sheet().events(visit("S-1", 3, 90)).when(approve(null, "S-1", "S-9")).refused("unknown-reference");
    }
}
