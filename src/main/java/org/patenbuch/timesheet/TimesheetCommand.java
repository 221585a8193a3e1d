package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.kernel.Personal;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** What can be asked of a timesheet's stream. Reasons may speak of people, so they are no {@link Command#reason}. */
public sealed interface TimesheetCommand extends Command {
    String sponsorId();

    YearMonth month();

    @Override
    default String stream() {
        return new SheetName(sponsorId(), month()).stream(partnership());
    }

    record LogHours(
            String partnership,
            String id,
            String sponsorId,
            @Nullable String sponsorshipId,
            LocalDate on,
            int minutes,
            Activity activity,
            @Nullable Personal note)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "hours";
        }

        @Override
        public YearMonth month() {
            return YearMonth.from(on);
        }
    }

    /** What is null stays as it is. */
    record CorrectHours(
            String partnership,
            String id,
            String sponsorId,
            YearMonth month,
            String entryId,
            @Nullable Integer minutes,
            @Nullable LocalDate on,
            @Nullable Activity activity,
            Personal why)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "hours-correction";
        }
    }

    record WithdrawHours(String partnership, String id, String sponsorId, YearMonth month, String entryId, Personal why)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "hours-withdrawal";
        }
    }

    record ReturnHours(
            String partnership, String id, String sponsorId, YearMonth month, String entryId, Personal comment)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "hours-return";
        }
    }

    record SubmitTimesheet(String partnership, String id, String sponsorId, YearMonth month)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "submission";
        }
    }

    /**
     * @param entryIds null for all that are logged
     * @param approverSponsorId the sponsor the approving person is, if any: nobody approves their own hours
     */
    record ApproveTimesheet(
            String partnership,
            String id,
            String sponsorId,
            YearMonth month,
            @Nullable List<String> entryIds,
            @Nullable String approverSponsorId)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "approval";
        }
    }

    /** @param entryIds null for all that are approved */
    record RevokeApproval(
            String partnership,
            String id,
            String sponsorId,
            YearMonth month,
            @Nullable List<String> entryIds,
            Personal why)
            implements TimesheetCommand {
        @Override
        public String kind() {
            return "revocation";
        }
    }

    /**
     * What is written about a visit concerns household and sponsor, and is erased with either: it stands under the
     * sponsorship's key, else under the sponsor's.
     */
    static Personal text(String partnership, String sponsorId, @Nullable String sponsorshipId, String text) {
        String subject = sponsorshipId == null ? "/sponsor/" + sponsorId : "/sponsorship/" + sponsorshipId;
        return Personal.of(partnership + subject, text);
    }
}
