package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.timesheet.Status;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.patenbuch.timesheet.TimesheetEvent.HoursCorrected;

/**
 * One entry of hours in a list.
 *
 * @param minutes 1 to 1,440
 * @param note null where there is none, or it has been erased, or the asker may not see it; so with the comment
 * @param comment why the entry was returned, while it waits to be corrected
 */
public record HoursEntry(
        String id,
        String sponsorId,
        @Nullable String sponsorshipId,
        @Nullable String householdId,
        LocalDate on,
        int minutes,
        Activity activity,
        Status status,
        @Nullable String note,
        @Nullable String comment) {
    boolean counts() {
        return status != Status.WITHDRAWN;
    }

    int approvedMinutes() {
        return status == Status.APPROVED ? minutes : 0;
    }

    HoursEntry with(Status next, @Nullable String sealedComment) {
        return new HoursEntry(
                id, sponsorId, sponsorshipId, householdId, on, minutes, activity, next, note, sealedComment);
    }

    HoursEntry corrected(HoursCorrected to) {
        return new HoursEntry(
                id,
                sponsorId,
                sponsorshipId,
                householdId,
                to.on(),
                to.minutes(),
                to.activity(),
                Status.LOGGED,
                note,
                null);
    }

    /** As those see it who may not read what is written about households. */
    public HoursEntry withoutTexts() {
        return withTexts(null, null);
    }

    HoursEntry withTexts(@Nullable String clearNote, @Nullable String clearComment) {
        return new HoursEntry(
                id, sponsorId, sponsorshipId, householdId, on, minutes, activity, status, clearNote, clearComment);
    }
}
