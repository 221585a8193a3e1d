package org.patenbuch.review;

import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Freezing reports and marking entries as checked, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class ReviewApi {
    private final Commands commands;
    private final Ledger ledger;
    private final Together together;

    ReviewApi(Commands commands, Ledger ledger, Together together) {
        this.commands = commands;
        this.ledger = ledger;
        this.together = together;
    }

    /** With the lock, both or none. What slips in before the lock holds is not in the report; its delta would say so. */
    @PostMapping("/reports")
    ResponseEntity<Commands.Accepted> freeze(@Shaped ReviewForm.Freezing form, Who who) {
        String id = commands.idOr(form.id(), "report", who);
        if (!form.locks()) {
            return commands.send(form.command(who.partnership(), id), who);
        }
        Origin origin = Origin.api();
        return commands.answer(together.record(() -> {
            Receipt frozen = ledger.send(form.command(who.partnership(), id), who, origin);
            LockPeriod lock = new LockPeriod(who.partnership(), id, form.from(), form.to(), form.reason());
            ledger.send(lock, who, origin);
            return frozen;
        }));
    }

    @PostMapping("/check-marks")
    ResponseEntity<Commands.Accepted> mark(@Shaped ReviewForm.Mark form, Who who) {
        String id = commands.idOr(form.id(), "check-mark", who);
        return commands.send(form.command(who.partnership(), id), who);
    }
}
