package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.Given;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.ApprovalRevoked;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;
import org.patenbuch.timesheet.TimesheetEvent.HoursReturned;
import org.patenbuch.timesheet.TimesheetEvent.HoursWithdrawn;
import org.patenbuch.timesheet.TimesheetEvent.TimesheetApproved;

/** A timesheet for tests of one command: V-01 in May 2013, with household H-001 in sponsorship M-001. */
final class May {
    static final YearMonth MONTH = YearMonth.of(2013, 5);

    /** What the hours stand on, unless a test says otherwise: everything is open and known. */
    static final class Answering extends Ground {
        private final Found found;

        Answering(boolean periodOpen, boolean sponsorKnown, boolean sponsorshipKnown, @Nullable String household) {
            super(null);
            found = new Found(periodOpen, sponsorKnown, sponsorshipKnown, household);
        }

        @Override
        Found of(String partnership, String sponsorId, @Nullable String sponsorshipId, LocalDate day) {
            boolean none = sponsorshipId == null;
            return none ? new Found(found.periodOpen(), found.sponsorKnown(), true, null) : found;
        }
    }

    private May() {}

    static LocalDate on(int day) {
        return MONTH.atDay(day);
    }

    static Personal text(String text) {
        return Personal.of("rosenstadt/sponsorship/M-001", text);
    }

    static Given<Timesheet> sheet(LocalDate... locked) {
        return standingOn(new Answering(true, true, true, "H-001"), locked);
    }

    static Given<Timesheet> standingOn(Ground ground, LocalDate... locked) {
        return Given.stream(
                Timesheet.class, ground, Fixed.locked(locked), Fixed.today(), CLAIMED_S7, Fixed.rules(Map.of()));
    }

    /** Keeps nothing; S-7 is claimed by somebody. */
    static final Approvals CLAIMED_S7 = new Approvals(null) {
        @Override
        void approve(String partnership, String sponsorId, Map<String, Lines.Line> entries) {}

        @Override
        void revoke(String partnership, List<String> entryIds) {
            if (entryIds.contains("S-7")) {
                throw new Rejected("hours.claimed", "S-7");
            }
        }
    };

    static HoursLogged visit(String entry, int day, int minutes) {
        return new HoursLogged(entry, "V-01", "M-001", "H-001", on(day), minutes, Activity.VISIT, null);
    }

    static HoursCorrected corrected(String entry, int day, int minutes) {
        return new HoursCorrected(entry, on(day), minutes, Activity.VISIT, text("a slip"));
    }

    static HoursWithdrawn withdrawn(String entry) {
        return new HoursWithdrawn(entry, text("twice"));
    }

    static HoursReturned returned(String entry) {
        return new HoursReturned(entry, text("which day?"));
    }

    static TimesheetApproved approved(String... entries) {
        return new TimesheetApproved(List.of(entries));
    }

    static ApprovalRevoked revoked(String... entries) {
        return new ApprovalRevoked(List.of(entries), text("too early"));
    }
}
