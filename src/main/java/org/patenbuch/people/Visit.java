package org.patenbuch.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/**
 * What a sponsor enters of one visit.
 *
 * @param id made on the phone, so that sending it again after a cut connection is harmless
 */
record Visit(
        @Nullable String id,
        @Nullable String sponsorshipId,
        LocalDate on,
        @Min(1) @Max(24 * 60) int minutes,
        Activity activity,
        @Nullable String note) {
    LogHours by(Who who, String sponsorId) {
        return new LogHours(
                who.partnership(),
                id == null ? UUID.randomUUID().toString() : id,
                sponsorId,
                sponsorshipId,
                on,
                minutes,
                activity,
                note == null ? null : TimesheetCommand.text(who.partnership(), sponsorId, sponsorshipId, note));
    }
}
