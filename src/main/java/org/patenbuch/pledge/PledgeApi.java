package org.patenbuch.pledge;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pledges for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}/pledges")
class PledgeApi {
    private final Commands commands;

    PledgeApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Commands.Accepted> make(@Shaped PledgeForm.Promise form, Who who) {
        String id = commands.idOr(form.id(), "pledge", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{pledgeId}/amendment")
    ResponseEntity<Commands.Accepted> amend(@PathVariable String pledgeId, @Shaped PledgeForm.Amendment form, Who who) {
        String id = commands.idOr(form.id(), "pledge-amendment", who);
        return commands.send(form.command(who.partnership(), id, pledgeId), who);
    }

    @PostMapping("/{pledgeId}/withdrawal")
    ResponseEntity<Commands.Accepted> withdraw(
            @PathVariable String pledgeId, @Shaped PledgeForm.Withdrawal form, Who who) {
        String id = commands.idOr(form.id(), "pledge-withdrawal", who);
        return commands.send(new WithdrawPledge(who.partnership(), id, pledgeId, form.reason()), who);
    }
}
