package org.patenbuch.timesheet;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** What people and programs fill in about hours. */
public sealed interface TimesheetForm {
    record Log(
            @Nullable String id,
            String sponsorId,
            @Nullable String sponsorshipId,
            LocalDate on,
            @Min(1) @Max(Timesheet.DAY_MINUTES) int minutes,
            Activity activity,
            @Nullable String note)
            implements TimesheetForm {
        LogHours command(String partnership, String entryId) {
            return new LogHours(
                    partnership,
                    entryId,
                    sponsorId,
                    sponsorshipId,
                    on,
                    minutes,
                    activity,
                    note == null ? null : TimesheetCommand.text(partnership, sponsorId, sponsorshipId, note));
        }
    }

    record Correction(
            @Nullable String id,
            @Nullable @Min(1) @Max(Timesheet.DAY_MINUTES) Integer minutes,
            @Nullable LocalDate on,
            @Nullable Activity activity,
            @Size(min = 1) String reason)
            implements TimesheetForm {
        CorrectHours command(String partnership, String commandId, SheetName sheet, String entryId) {
            return new CorrectHours(
                    partnership,
                    commandId,
                    sheet.sponsorId(),
                    sheet.month(),
                    entryId,
                    minutes,
                    on,
                    activity,
                    TimesheetCommand.text(partnership, sheet.sponsorId(), null, reason));
        }
    }

    record Withdrawal(@Nullable String id, @Size(min = 1) String reason) implements TimesheetForm {
        WithdrawHours command(String partnership, String commandId, SheetName sheet, String entryId) {
            return new WithdrawHours(
                    partnership,
                    commandId,
                    sheet.sponsorId(),
                    sheet.month(),
                    entryId,
                    TimesheetCommand.text(partnership, sheet.sponsorId(), null, reason));
        }
    }

    record SendBack(@Nullable String id, @Size(min = 1) String comment) implements TimesheetForm {
        public ReturnHours command(String partnership, String commandId, SheetName sheet, String entryId) {
            return new ReturnHours(
                    partnership,
                    commandId,
                    sheet.sponsorId(),
                    sheet.month(),
                    entryId,
                    TimesheetCommand.text(partnership, sheet.sponsorId(), null, comment));
        }
    }

    record Submission(@Nullable String id) implements TimesheetForm {}

    record Approval(@Nullable String id, @Nullable List<String> entryIds) implements TimesheetForm {
        /** @param approverSponsorId the sponsor who approves, if the person is one */
        ApproveTimesheet command(
                String partnership, String commandId, SheetName sheet, @Nullable String approverSponsorId) {
            return new ApproveTimesheet(
                    partnership, commandId, sheet.sponsorId(), sheet.month(), entryIds, approverSponsorId);
        }
    }

    record Revocation(
            @Nullable String id,
            @Nullable List<String> entryIds,
            @Size(min = 1) String reason) implements TimesheetForm {
        public RevokeApproval command(String partnership, String commandId, SheetName sheet) {
            return new RevokeApproval(
                    partnership,
                    commandId,
                    sheet.sponsorId(),
                    sheet.month(),
                    entryIds,
                    TimesheetCommand.text(partnership, sheet.sponsorId(), null, reason));
        }
    }
}
