package org.patenbuch.household;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking households in, and closing them. */
@RestController
@RequestMapping("/api/v1/{partnership}/households")
class HouseholdApi {
    private final Commands commands;

    HouseholdApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Accepted> takeIn(@Shaped HouseholdForm.TakeIn form, Who who) {
        String id = commands.idOr(form.id(), "household", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{householdId}/profile")
    ResponseEntity<Accepted> describe(@PathVariable String householdId, @Shaped HouseholdForm.Profile form, Who who) {
        String id = commands.idOr(form.id(), "household-profile", who);
        return commands.send(form.command(who.partnership(), id, householdId), who);
    }

    @PostMapping("/{householdId}/consent")
    ResponseEntity<Accepted> consent(@PathVariable String householdId, @Shaped HouseholdForm.Consent form, Who who) {
        String id = commands.idOr(form.id(), "consent", who);
        return commands.send(form.command(who.partnership(), id, householdId), who);
    }

    @PostMapping("/{householdId}/consent/withdrawal")
    ResponseEntity<Accepted> withdraw(
            @PathVariable String householdId, @Shaped HouseholdForm.ConsentWithdrawal form, Who who) {
        String id = commands.idOr(form.id(), "consent-withdrawal", who);
        return commands.send(form.command(who.partnership(), id, householdId), who);
    }

    @PostMapping("/{householdId}/closure")
    ResponseEntity<Accepted> close(@PathVariable String householdId, @Shaped HouseholdForm.Closure form, Who who) {
        String id = commands.idOr(form.id(), "closure", who);
        return commands.send(form.command(who.partnership(), id, householdId), who);
    }
}
