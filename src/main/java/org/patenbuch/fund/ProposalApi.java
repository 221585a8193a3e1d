package org.patenbuch.fund;

import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Shaped;
import org.patenbuch.fund.ProposalCommand.DeclineProposal;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposed expenses, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}/proposals")
class ProposalApi {
    private final Commands commands;
    private final Accepting accepting;

    ProposalApi(Commands commands, Accepting accepting) {
        this.commands = commands;
        this.accepting = accepting;
    }

    @PostMapping
    ResponseEntity<Commands.Accepted> propose(@Shaped FundForm.Expense form, Who who) {
        String id = commands.idOr(form.id(), "proposal", who);
        return commands.send(form.proposal(who.partnership(), id), who);
    }

    /** Answers with the expense it became. */
    @PostMapping("/{proposalId}/acceptance")
    ResponseEntity<Commands.Accepted> accept(
            @PathVariable String proposalId, @Shaped FundForm.Acceptance form, Who who) {
        return commands.answer(accepting.accept(proposalId, form, who, Origin.api()));
    }

    @PostMapping("/{proposalId}/refusal")
    ResponseEntity<Commands.Accepted> decline(
            @PathVariable String proposalId, @Shaped FundForm.Reversal form, Who who) {
        String id = commands.idOr(form.id(), "proposal-refusal", who);
        return commands.send(new DeclineProposal(who.partnership(), id, proposalId, form.reason()), who);
    }
}
