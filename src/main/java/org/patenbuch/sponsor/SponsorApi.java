package org.patenbuch.sponsor;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of a sponsor, step by step. */
@RestController
@RequestMapping("/api/v1/{partnership}/sponsors")
class SponsorApi {
    private final Commands commands;

    SponsorApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Accepted> register(@Shaped SponsorForm.Register form, Who who) {
        String id = commands.idOr(form.id(), "sponsor", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{sponsorId}/profile")
    ResponseEntity<Accepted> describe(@PathVariable String sponsorId, @Shaped SponsorForm.Profile form, Who who) {
        String id = commands.idOr(form.id(), "profile", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/interview")
    ResponseEntity<Accepted> interview(@PathVariable String sponsorId, @Shaped SponsorForm.Interview form, Who who) {
        String id = commands.idOr(form.id(), "interview", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/interview/withdrawal")
    ResponseEntity<Accepted> withdrawInterview(
            @PathVariable String sponsorId, @Shaped SponsorForm.InterviewWithdrawal form, Who who) {
        String id = commands.idOr(form.id(), "interview-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/training/withdrawal")
    ResponseEntity<Accepted> withdrawTraining(
            @PathVariable String sponsorId, @Shaped SponsorForm.TrainingWithdrawal form, Who who) {
        String id = commands.idOr(form.id(), "training-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/certificate/deletion")
    ResponseEntity<Accepted> deleteCertificate(
            @PathVariable String sponsorId, @Shaped SponsorForm.CertificateMistake form, Who who) {
        String id = commands.idOr(form.id(), "certificate-deletion", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/departure/withdrawal")
    ResponseEntity<Accepted> withdrawDeparture(
            @PathVariable String sponsorId, @Shaped SponsorForm.DepartureMistake form, Who who) {
        String id = commands.idOr(form.id(), "departure-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/training")
    ResponseEntity<Accepted> train(@PathVariable String sponsorId, @Shaped SponsorForm.Training form, Who who) {
        String id = commands.idOr(form.id(), "training", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/certificate")
    ResponseEntity<Accepted> see(@PathVariable String sponsorId, @Shaped SponsorForm.CertificateFacts form, Who who) {
        String id = commands.idOr(form.id(), "certificate", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/pause")
    ResponseEntity<Accepted> pause(@PathVariable String sponsorId, @Shaped SponsorForm.Pause form, Who who) {
        String id = commands.idOr(form.id(), "pause", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/return")
    ResponseEntity<Accepted> back(@PathVariable String sponsorId, @Shaped SponsorForm.Return form, Who who) {
        String id = commands.idOr(form.id(), "return", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }

    @PostMapping("/{sponsorId}/departure")
    ResponseEntity<Accepted> depart(@PathVariable String sponsorId, @Shaped SponsorForm.Departure form, Who who) {
        String id = commands.idOr(form.id(), "departure", who);
        return commands.send(form.command(who.partnership(), id, sponsorId), who);
    }
}
