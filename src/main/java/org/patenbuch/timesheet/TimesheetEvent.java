package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a timesheet: one sponsor's hours of one month. */
public sealed interface TimesheetEvent extends LedgerEvent {
    /**
     * @param sponsorshipId null for what belongs to no household: training, meetings, travel
     * @param householdId that of the sponsorship
     * @param minutes 1 to 1,440
     */
    record HoursLogged(
            String entryId,
            String sponsorId,
            @Nullable String sponsorshipId,
            @Nullable String householdId,
            LocalDate on,
            int minutes,
            Activity activity,
            @Nullable Personal note)
            implements TimesheetEvent {}

    /** Says the whole entry anew; a returned entry is thereby logged again. */
    record HoursCorrected(String entryId, LocalDate on, int minutes, Activity activity, Personal reason)
            implements TimesheetEvent {}

    record HoursWithdrawn(String entryId, Personal reason) implements TimesheetEvent {}

    /** Sent back to be corrected. */
    record HoursReturned(String entryId, Personal comment) implements TimesheetEvent {}

    /**
     * The sponsor says that the month is complete.
     *
     * @param entryIds what waits to be approved
     */
    record TimesheetSubmitted(
            String submissionId, String sponsorId, YearMonth month, LocalDate on, List<String> entryIds)
            implements TimesheetEvent {}

    record TimesheetApproved(List<String> entryIds) implements TimesheetEvent {}

    /** The entries may be corrected again. */
    record ApprovalRevoked(List<String> entryIds, Personal reason) implements TimesheetEvent {}

    enum Activity {
        VISIT,
        ACCOMPANIMENT,
        TRAVEL,
        TRAINING,
        MEETING;

        /** Whether it is done with a household, and so belongs to a sponsorship. */
        public boolean withHousehold() {
            return this == VISIT || this == ACCOMPANIMENT;
        }
    }
}
