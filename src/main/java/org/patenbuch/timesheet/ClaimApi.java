package org.patenbuch.timesheet;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counting approved hours as own contribution towards one funder. */
@RestController
@RequestMapping("/api/v1/{partnership}/hour-claims")
class ClaimApi {
    private final Commands commands;

    ClaimApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Accepted> claim(@Shaped ClaimForm.NewClaim form, Who who) {
        String id = commands.idOr(form.id(), "hour-claim", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{claimId}/withdrawal")
    ResponseEntity<Accepted> withdraw(@PathVariable String claimId, @Shaped ClaimForm.Withdrawal form, Who who) {
        String id = commands.idOr(form.id(), "claim-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, claimId), who);
    }
}
