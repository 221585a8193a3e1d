package org.patenbuch.fund;

import org.patenbuch.forms.Shaped;
import org.patenbuch.fund.FundCommand.CloseFund;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Funds, their plans and transfers between them, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}/funds")
class FundApi {
    private final Commands commands;

    FundApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<Commands.Accepted> open(@Shaped FundForm.Opening form, Who who) {
        String id = commands.idOr(form.id(), "fund", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/{fundId}/budget-lines")
    ResponseEntity<Commands.Accepted> plan(@PathVariable String fundId, @Shaped FundForm.BudgetLine form, Who who) {
        String id = commands.idOr(form.id(), "budget-line", who);
        return commands.send(form.command(who.partnership(), id, fundId), who);
    }

    @PostMapping("/{fundId}/closing")
    ResponseEntity<Commands.Accepted> close(@PathVariable String fundId, @Shaped FundForm.Reversal form, Who who) {
        String id = commands.idOr(form.id(), "fund-closing", who);
        return commands.send(new CloseFund(who.partnership(), id, fundId, form.reason()), who);
    }

    @PostMapping("/{fundId}/transfers")
    ResponseEntity<Commands.Accepted> transfer(@PathVariable String fundId, @Shaped FundForm.Transfer form, Who who) {
        String id = commands.idOr(form.id(), "transfer", who);
        return commands.send(form.command(who.partnership(), id, fundId), who);
    }
}
