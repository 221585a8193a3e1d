package org.patenbuch.partner;

import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partners for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class PartnerApi {
    private final Commands commands;

    PartnerApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/partners")
    ResponseEntity<Commands.Accepted> register(@Shaped PartnerForm.Registration form, Who who) {
        String id = commands.idOr(form.id(), "partner", who);
        return commands.send(form.command(who.partnership(), id), who);
    }
}
