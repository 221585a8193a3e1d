package org.patenbuch.money;

import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.Accepting;
import org.patenbuch.fund.FundCommand.CloseFund;
import org.patenbuch.fund.FundCommand.LinkContribution;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundForm;
import org.patenbuch.fund.ProposalCommand.DeclineProposal;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.PartnerForm;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.partnership.PartnershipForm;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.pledge.PledgeForm;
import org.springframework.stereotype.Component;

/** Sends what a form says. */
@Component
class Booking {
    private final Ledger ledger;
    private final References references;
    private final Accepting accepting;

    Booking(Ledger ledger, References references, Accepting accepting) {
        this.ledger = ledger;
        this.references = references;
        this.accepting = accepting;
    }

    /** @param of what it is about, where it is about something */
    Receipt book(MoneyEntry entry, Record form, String id, String of, Who who) {
        return form instanceof FundForm.Acceptance acceptance
                ? accepting.accept(of, acceptance, who, Origin.screen())
                : ledger.send(command(entry, form, id, of, who.partnership()), who, Origin.screen());
    }

    private Command command(MoneyEntry entry, Record form, String id, String of, String partnership) {
        return switch (form) {
            case PartnerForm.Registration f -> f.command(partnership, id);
            case FundForm.Opening f -> f.command(partnership, id);
            case FundForm.BudgetLine f -> f.command(partnership, id, of);
            case FundForm.Transfer f -> f.command(partnership, id, of);
            case PledgeForm.Promise f -> f.command(partnership, id);
            case PledgeForm.Amendment f -> f.command(partnership, id, of);
            case PledgeForm.Withdrawal f -> new WithdrawPledge(partnership, id, of, f.reason());
            case FundForm.Contribution f -> f.command(partnership, id);
            case FundForm.Link f ->
                new LinkContribution(
                        partnership, id, fundOf(partnership, "contribution", of), of, f.pledgeId(), f.reason());
            case FundForm.Expense f ->
                entry == MoneyEntry.PROPOSAL ? f.proposal(partnership, id) : f.command(partnership, id);
            case FundForm.Reversal f -> undoing(entry, f.reason(), id, of, partnership);
            case PartnershipForm.PeriodLock f -> f.command(partnership, id);
            case PartnershipForm.Reopening f -> new ReopenPeriod(partnership, id, of, f.reason());
            case PartnershipForm.NewRule f -> f.command(partnership, id);
            default -> throw new IllegalStateException(form.getClass().getName());
        };
    }

    private Command undoing(MoneyEntry entry, String reason, String id, String of, String partnership) {
        return switch (entry) {
            case FUND_CLOSING -> new CloseFund(partnership, id, of, reason);
            case CONTRIBUTION_REVERSAL ->
                new ReverseContribution(partnership, id, fundOf(partnership, "contribution", of), of, reason);
            case EXPENSE_REVERSAL ->
                new ReverseExpense(partnership, id, fundOf(partnership, "expense", of), of, reason);
            case PROPOSAL_REFUSAL -> new DeclineProposal(partnership, id, of, reason);
            default -> throw new IllegalStateException(entry.name());
        };
    }

    private String fundOf(String partnership, String kind, String id) {
        return references.streamOf(partnership, kind, id).map(StreamName::id).orElse(id);
    }
}
