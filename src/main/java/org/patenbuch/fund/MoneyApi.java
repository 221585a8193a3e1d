package org.patenbuch.fund;

import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.forms.Shaped;
import org.patenbuch.fund.FundCommand.LinkContribution;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contributions and expenses, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class MoneyApi {
    private final Commands commands;
    private final References references;

    MoneyApi(Commands commands, References references) {
        this.commands = commands;
        this.references = references;
    }

    @PostMapping("/contributions")
    ResponseEntity<Commands.Accepted> record(@Shaped FundForm.Contribution form, Who who) {
        form.requireBasis();
        String id = commands.idOr(form.id(), "contribution", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/contributions/{contributionId}/link")
    ResponseEntity<Commands.Accepted> link(@PathVariable String contributionId, @Shaped FundForm.Link form, Who who) {
        String id = commands.idOr(form.id(), "contribution-link", who);
        String fundId = fundOf(who, "contribution", contributionId);
        return commands.send(
                new LinkContribution(who.partnership(), id, fundId, contributionId, form.pledgeId(), form.reason()),
                who);
    }

    @PostMapping("/contributions/{contributionId}/reversal")
    ResponseEntity<Commands.Accepted> reverseContribution(
            @PathVariable String contributionId, @Shaped FundForm.Reversal form, Who who) {
        String id = commands.idOr(form.id(), "contribution-reversal", who);
        String fundId = fundOf(who, "contribution", contributionId);
        return commands.send(
                new ReverseContribution(who.partnership(), id, fundId, contributionId, form.reason()), who);
    }

    @PostMapping("/expenses")
    ResponseEntity<Commands.Accepted> record(@Shaped FundForm.Expense form, Who who) {
        String id = commands.idOr(form.id(), "expense", who);
        return commands.send(form.command(who.partnership(), id), who);
    }

    @PostMapping("/expenses/{expenseId}/reversal")
    ResponseEntity<Commands.Accepted> reverseExpense(
            @PathVariable String expenseId, @Shaped FundForm.Reversal form, Who who) {
        String id = commands.idOr(form.id(), "expense-reversal", who);
        String fundId = fundOf(who, "expense", expenseId);
        return commands.send(new ReverseExpense(who.partnership(), id, fundId, expenseId, form.reason()), who);
    }

    /** Of what is not there, a fund that is not there either: whether one may send it is asked first. */
    private String fundOf(Who who, String kind, String id) {
        return references
                .streamOf(who.partnership(), kind, id)
                .map(StreamName::id)
                .orElse(id);
    }
}
