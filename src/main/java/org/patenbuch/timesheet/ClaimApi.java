package org.patenbuch.timesheet;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.EntryId;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Who;
import org.patenbuch.timesheet.ClaimCommand.ClaimHours;
import org.patenbuch.timesheet.ClaimCommand.WithdrawClaim;
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
    record NewClaim(
            @Nullable String id, @EntryId String funder, LocalDate from, LocalDate to) {}

    record Withdrawal(@Nullable String id, @Size(min = 1) String reason) {}

    private final Commands commands;

    ClaimApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Accepted> claim(@Shaped NewClaim form, Who who) {
        String id = commands.idOr(form.id(), "hour-claim", who);
        return commands.send(new ClaimHours(who.partnership(), id, form.funder(), form.from(), form.to()), who);
    }

    @PostMapping("/{claimId}/withdrawal")
    ResponseEntity<Accepted> withdraw(@PathVariable String claimId, @Shaped Withdrawal form, Who who) {
        String id = commands.idOr(form.id(), "claim-withdrawal", who);
        Personal why = Personal.of(who.partnership() + "/hour-claim/" + claimId, form.reason());
        return commands.send(new WithdrawClaim(who.partnership(), id, claimId, why), who);
    }
}
