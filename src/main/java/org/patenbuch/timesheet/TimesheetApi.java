package org.patenbuch.timesheet;

import java.time.YearMonth;
import org.patenbuch.access.Permissions;
import org.patenbuch.eventstore.References;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.timesheet.TimesheetCommand.SubmitTimesheet;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging hours, putting them right, approving a month. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class TimesheetApi {
    private final Commands commands;
    private final References references;

    TimesheetApi(Commands commands, References references) {
        this.commands = commands;
        this.references = references;
    }

    @PostMapping("/hours")
    ResponseEntity<Accepted> log(@Shaped TimesheetForm.Log form, Who who) {
        String id = commands.idOr(form.id(), "hours", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/hours/{entryId}/correction")
    ResponseEntity<Accepted> correct(@PathVariable String entryId, @Shaped TimesheetForm.Correction form, Who who) {
        String id = commands.idOr(form.id(), "hours-correction", who);
        return commands.send(form.command(who.partnership(), id, sheetOf(entryId, who, "CorrectHours"), entryId), who);
    }

    @PostMapping("/hours/{entryId}/withdrawal")
    ResponseEntity<Accepted> withdraw(@PathVariable String entryId, @Shaped TimesheetForm.Withdrawal form, Who who) {
        String id = commands.idOr(form.id(), "hours-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, sheetOf(entryId, who, "WithdrawHours"), entryId), who);
    }

    @PostMapping("/hours/{entryId}/return")
    ResponseEntity<Accepted> sendBack(@PathVariable String entryId, @Shaped TimesheetForm.SendBack form, Who who) {
        String id = commands.idOr(form.id(), "hours-return", who);
        return commands.send(form.command(who.partnership(), id, sheetOf(entryId, who, "ReturnHours"), entryId), who);
    }

    @PostMapping("/timesheets/{sponsorId}/{month}/submission")
    ResponseEntity<Accepted> submit(
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @Shaped TimesheetForm.Submission form,
            Who who) {
        String id = commands.idOr(form.id(), "submission", who);
        return commands.send(new SubmitTimesheet(who.partnership(), id, sponsorId, month), who);
    }

    @PostMapping("/timesheets/{sponsorId}/{month}/approval")
    ResponseEntity<Accepted> approve(
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @Shaped TimesheetForm.Approval form,
            Who who) {
        String id = commands.idOr(form.id(), "approval", who);
        SheetName sheet = new SheetName(sponsorId, month);
        return commands.send(form.command(who.partnership(), id, sheet, who.sponsorId()), who);
    }

    @PostMapping("/timesheets/{sponsorId}/{month}/revocation")
    ResponseEntity<Accepted> revoke(
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @Shaped TimesheetForm.Revocation form,
            Who who) {
        String id = commands.idOr(form.id(), "revocation", who);
        return commands.send(form.command(who.partnership(), id, new SheetName(sponsorId, month)), who);
    }

    /**
     * An entry is addressed by its own id; which timesheet it stands in, the journal knows. Who may not send the
     * command at all does not learn from here which entries there are.
     */
    private SheetName sheetOf(String entryId, Who who, String commandName) {
        Permissions.requireSend(who, commandName);
        return references
                .streamOf(who.partnership(), "hours", entryId)
                .map(SheetName::of)
                .orElseThrow(() -> new Rejected("unknown-reference", entryId));
    }
}
