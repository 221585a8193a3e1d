package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.timesheet.ClaimEvent.ClaimWithdrawn;
import org.patenbuch.timesheet.ClaimEvent.HoursClaimed;
import org.patenbuch.timesheet.ClaimEvent.Valued;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetSubmitted;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class TimesheetSamples {
    private TimesheetSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new HoursLogged(
                        "S-1",
                        "V-01",
                        "M-001",
                        "H-001",
                        LocalDate.of(2013, 6, 14),
                        90,
                        Activity.VISIT,
                        sealed("sponsorship/M-001", "note")),
                new HoursCorrected(
                        "S-1", LocalDate.of(2013, 6, 14), 75, Activity.TRAVEL, sealed("sponsorship/M-001", "reason")),
                new HoursWithdrawn("S-1", sealed("sponsorship/M-001", "reason")),
                new HoursReturned("S-1", sealed("sponsorship/M-001", "comment")),
                new TimesheetSubmitted(
                        "X-1", "V-01", YearMonth.of(2013, 6), LocalDate.of(2013, 6, 14), List.of("S-1", "S-2")),
                new HoursClaimed(
                        "C-1",
                        "P-LKR",
                        LocalDate.of(2013, 6, 14),
                        LocalDate.of(2013, 6, 14),
                        List.of("S-1"),
                        90,
                        1500,
                        List.of(new Valued(1000, 90, 1500))),
                new ClaimWithdrawn("C-1", sealed("hour-claim/C-1", "reason")),
                new TimesheetApproved(List.of("S-1", "S-2")),
                new ApprovalRevoked(List.of("S-1"), sealed("sponsor/V-01", "reason")));
    }

    /** As it is read from the journal: sealed, and never opened here. */
    private static Personal sealed(String subject, String field) {
        String sealed =
                "enc:v1:rosenstadt/" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=";
        return new Personal("rosenstadt/" + subject, null, sealed);
    }
}
