package org.patenbuch.sponsorship;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
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
}
