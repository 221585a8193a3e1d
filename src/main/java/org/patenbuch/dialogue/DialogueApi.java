package org.patenbuch.dialogue;

import static org.patenbuch.dialogue.DialogueForm.sealed;

import org.patenbuch.dialogue.DialogueCommand.DropCommitment;
import org.patenbuch.dialogue.DialogueCommand.KeepCommitment;
import org.patenbuch.dialogue.DialogueCommand.PostponeCommitment;
import org.patenbuch.dialogue.DialogueCommand.RevokeRecognition;
import org.patenbuch.dialogue.DialogueCommand.WithdrawDemand;
import org.patenbuch.dialogue.DialogueCommand.WithdrawMeeting;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Meetings, demands, commitments and recognition for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class DialogueApi {
    private final Commands commands;

    DialogueApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/meetings")
    ResponseEntity<Accepted> meet(@Shaped DialogueForm.Meeting form, Who who) {
        return commands.send(form.command(who.partnership(), commands.idOr(form.id(), "meeting", who)), who);
    }

    @PostMapping("/meetings/{meetingId}/withdrawal")
    ResponseEntity<Accepted> withdrawMeeting(
            @PathVariable String meetingId, @Shaped DialogueForm.Reasoned form, Who who) {
        String id = commands.idOr(form.id(), "meeting-withdrawal", who);
        var why = sealed(who.partnership(), "meeting", meetingId, form.reason());
        return commands.send(new WithdrawMeeting(who.partnership(), id, meetingId, why), who);
    }

    @PostMapping("/demands")
    ResponseEntity<Accepted> raise(@Shaped DialogueForm.Demand form, Who who) {
        return commands.send(form.command(who.partnership(), commands.idOr(form.id(), "demand", who)), who);
    }

    @PostMapping("/demands/{demandId}/answer")
    ResponseEntity<Accepted> answer(@PathVariable String demandId, @Shaped DialogueForm.DemandsAnswer form, Who who) {
        String id = commands.idOr(form.id(), "demand-answer", who);
        return commands.send(form.command(who.partnership(), id, demandId), who);
    }

    @PostMapping("/demands/{demandId}/withdrawal")
    ResponseEntity<Accepted> withdrawDemand(
            @PathVariable String demandId, @Shaped DialogueForm.Reasoned form, Who who) {
        String id = commands.idOr(form.id(), "demand-withdrawal", who);
        var why = sealed(who.partnership(), "demand", demandId, form.reason());
        return commands.send(new WithdrawDemand(who.partnership(), id, demandId, why), who);
    }

    @PostMapping("/commitments")
    ResponseEntity<Accepted> commit(@Shaped DialogueForm.Commitment form, Who who) {
        return commands.send(form.command(who.partnership(), commands.idOr(form.id(), "commitment", who)), who);
    }

    @PostMapping("/commitments/{commitmentId}/postponement")
    ResponseEntity<Accepted> postpone(
            @PathVariable String commitmentId, @Shaped DialogueForm.Postponement form, Who who) {
        String id = commands.idOr(form.id(), "commitment-postponement", who);
        var why = sealed(who.partnership(), "commitment", commitmentId, form.reason());
        return commands.send(new PostponeCommitment(who.partnership(), id, commitmentId, form.dueOn(), why), who);
    }

    @PostMapping("/commitments/{commitmentId}/fulfilment")
    ResponseEntity<Accepted> keep(@PathVariable String commitmentId, @Shaped DialogueForm.Fulfilment form, Who who) {
        String id = commands.idOr(form.id(), "commitment-fulfilment", who);
        return commands.send(new KeepCommitment(who.partnership(), id, commitmentId, form.on()), who);
    }

    @PostMapping("/commitments/{commitmentId}/drop")
    ResponseEntity<Accepted> drop(@PathVariable String commitmentId, @Shaped DialogueForm.Reasoned form, Who who) {
        String id = commands.idOr(form.id(), "commitment-drop", who);
        var why = sealed(who.partnership(), "commitment", commitmentId, form.reason());
        return commands.send(new DropCommitment(who.partnership(), id, commitmentId, why), who);
    }

    @PostMapping("/recognitions")
    ResponseEntity<Accepted> award(@Shaped DialogueForm.Recognition form, Who who) {
        return commands.send(form.command(who.partnership(), commands.idOr(form.id(), "recognition", who)), who);
    }

    /** The reason may speak of the sponsor, who is not known here: it has the recognition's own key. */
    @PostMapping("/recognitions/{recognitionId}/revocation")
    ResponseEntity<Accepted> revoke(@PathVariable String recognitionId, @Shaped DialogueForm.Reasoned form, Who who) {
        String id = commands.idOr(form.id(), "recognition-revocation", who);
        var why = sealed(who.partnership(), "recognition", recognitionId, form.reason());
        return commands.send(new RevokeRecognition(who.partnership(), id, recognitionId, why), who);
    }
}
