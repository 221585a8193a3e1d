package org.patenbuch.sponsorship;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeRhythm;
import org.patenbuch.sponsorship.SponsorshipCommand.EnterPhase;
import org.patenbuch.sponsorship.SponsorshipCommand.FinishFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.TakeNote;
import org.patenbuch.sponsorship.SponsorshipCommand.WithdrawNote;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bringing sponsors and households together, and ending it. */
@RestController
@RequestMapping("/api/v1/{partnership}/sponsorships")
class SponsorshipApi {
    private final Commands commands;

    SponsorshipApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Accepted> assign(@Shaped SponsorshipForm.Assign form, Who who) {
        String id = commands.idOr(form.id(), "sponsorship", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{sponsorshipId}/end")
    ResponseEntity<Accepted> end(@PathVariable String sponsorshipId, @Shaped SponsorshipForm.End form, Who who) {
        String id = commands.idOr(form.id(), "sponsorship-end", who);
        return commands.send(form.command(who.partnership(), id, sponsorshipId), who);
    }

    @PostMapping("/{sponsorshipId}/phase")
    ResponseEntity<Accepted> phase(
            @PathVariable String sponsorshipId, @Shaped SponsorshipForm.PhaseEntered form, Who who) {
        String id = commands.idOr(form.id(), "phase", who);
        return commands.send(new EnterPhase(who.partnership(), id, sponsorshipId, form.phase(), form.on()), who);
    }

    @PostMapping("/{sponsorshipId}/rhythm")
    ResponseEntity<Accepted> rhythm(@PathVariable String sponsorshipId, @Shaped SponsorshipForm.Rhythm form, Who who) {
        String id = commands.idOr(form.id(), "rhythm", who);
        return commands.send(new AgreeRhythm(who.partnership(), id, sponsorshipId, form.everyDays(), form.from()), who);
    }

    @PostMapping("/{sponsorshipId}/notes")
    ResponseEntity<Accepted> note(@PathVariable String sponsorshipId, @Shaped SponsorshipForm.Note form, Who who) {
        String id = commands.idOr(form.id(), "note", who);
        var text = SponsorshipCommand.text(who.partnership(), sponsorshipId, form.text());
        return commands.send(new TakeNote(who.partnership(), id, sponsorshipId, form.on(), text), who);
    }

    @PostMapping("/{sponsorshipId}/notes/{noteId}/withdrawal")
    ResponseEntity<Accepted> withdrawNote(
            @PathVariable String sponsorshipId,
            @PathVariable String noteId,
            @Shaped SponsorshipForm.Withdrawal form,
            Who who) {
        String id = commands.idOr(form.id(), "note-withdrawal", who);
        return commands.send(new WithdrawNote(who.partnership(), id, sponsorshipId, noteId), who);
    }

    @PostMapping("/{sponsorshipId}/follow-up")
    ResponseEntity<Accepted> followUp(
            @PathVariable String sponsorshipId, @Shaped SponsorshipForm.NextFollowUp form, Who who) {
        String id = commands.idOr(form.id(), "follow-up", who);
        return commands.send(new AgreeFollowUp(who.partnership(), id, sponsorshipId, form.with(), form.dueOn()), who);
    }

    @PostMapping("/{sponsorshipId}/follow-up/done")
    ResponseEntity<Accepted> followedUp(
            @PathVariable String sponsorshipId, @Shaped SponsorshipForm.FollowUpDone form, Who who) {
        String id = commands.idOr(form.id(), "follow-up-done", who);
        String note = form.note();
        var text = note == null ? null : SponsorshipCommand.text(who.partnership(), sponsorshipId, note);
        return commands.send(new FinishFollowUp(who.partnership(), id, sponsorshipId, form.on(), text), who);
    }
}
