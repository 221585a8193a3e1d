package org.patenbuch.partnership;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Period locks and dated rules for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class PartnershipApi {
    private final Commands commands;

    PartnershipApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/period-locks")
    ResponseEntity<Commands.Accepted> lock(@Shaped PartnershipForm.PeriodLock form, Who who) {
        String id = commands.idOr(form.id(), "period-lock", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/period-locks/{lockId}/reopening")
    ResponseEntity<Commands.Accepted> reopen(
            @PathVariable String lockId, @Shaped PartnershipForm.Reopening form, Who who) {
        String id = commands.idOr(form.id(), "reopening", who);
        return commands.send(new ReopenPeriod(who.partnership(), id, lockId, form.reason()), who);
    }

    @PostMapping("/rules")
    ResponseEntity<Commands.Accepted> set(@Shaped PartnershipForm.NewRule form, Who who) {
        String id = commands.idOr(form.id(), "rule", who);
        return commands.send(form.command(who.partnership(), id), who);
    }
}
