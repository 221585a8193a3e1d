package org.patenbuch.timesheet;

import static org.patenbuch.timesheet.May.MONTH;
import static org.patenbuch.timesheet.May.approved;
import static org.patenbuch.timesheet.May.revoked;
import static org.patenbuch.timesheet.May.sheet;
import static org.patenbuch.timesheet.May.text;
import static org.patenbuch.timesheet.May.visit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;

class RevokeApprovalTest {
    private static RevokeApproval revoke(String... entries) {
        List<String> named = entries.length == 0 ? null : List.of(entries);
        return new RevokeApproval("rosenstadt", "RV-1", "V-01", MONTH, named, text("too early"));
    }

    @Test
    void all_that_is_approved_is_revoked_unless_entries_are_named() {
        sheet().events(visit("S-1", 3, 90), visit("S-2", 4, 90), approved("S-1", "S-2"), visit("S-3", 5, 90))
                .when(revoke())
                .then(revoked("S-1", "S-2"));
    }

    @Test
    void only_the_named_entries_are_revoked() {
        sheet().events(visit("S-1", 3, 90), visit("S-2", 4, 90), approved("S-1", "S-2"))
                .when(revoke("S-2"))
                .then(revoked("S-2"));
    }

    @Test
    void refuses_what_counts_towards_a_funder() {
        sheet().events(visit("S-7", 3, 90), approved("S-7")).when(revoke()).refused("hours.claimed");
    }

    @Test
    void refuses_where_nothing_is_approved() {
        sheet().events(visit("S-1", 3, 90)).when(revoke()).refused("timesheet.nothing-approved");
    }

    @Test
    void refuses_a_named_entry_that_is_not_approved_or_not_there() {
        sheet().events(visit("S-1", 3, 90)).when(revoke("S-1")).refused("hours.not-approved");
        sheet().events(visit("S-1", 3, 90)).when(revoke("S-9")).refused("unknown-reference");
    }
}
