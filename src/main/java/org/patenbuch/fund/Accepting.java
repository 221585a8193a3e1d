package org.patenbuch.fund;

import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.MaySend;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.eventstore.Together;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.ProposalCommand.AcceptProposal;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.privacy.PersonalText;
import org.springframework.stereotype.Component;

/** Makes of a proposal the expense it proposes: both are recorded or neither, and twice is once. */
@Component
public class Accepting {
    private final Ledger ledger;
    private final Together together;
    private final MaySend maySend;
    private final Originals originals;
    private final PersonalText texts;

    Accepting(Ledger ledger, Together together, MaySend maySend, Originals originals, PersonalText texts) {
        this.ledger = ledger;
        this.together = together;
        this.maySend = maySend;
        this.originals = originals;
        this.texts = texts;
    }

    /** @return the expense's name, and the position of the acceptance */
    public Receipt accept(String proposalId, FundForm.Acceptance form, Who who, Origin origin) {
        String expenseId = form.expenseId() == null ? "A-" + proposalId : form.expenseId();
        var acceptance =
                new AcceptProposal(who.partnership(), "accept-" + proposalId, proposalId, expenseId, form.reason());
        maySend.as(who, acceptance, origin);
        ExpenseProposed proposed = originals
                .proposal(who.partnership(), proposalId)
                .orElseThrow(() -> new Rejected("unknown-reference", proposalId));
        String payee = texts.open(proposed.payee()).orElseThrow(() -> new Rejected("proposal.erased", proposalId));
        return together.record(() -> {
            ledger.send(
                    new RecordExpense(
                            who.partnership(),
                            expenseId,
                            proposed.fundId(),
                            proposed.category(),
                            proposed.amountCents(),
                            form.paidOn() == null ? proposed.paidOn() : form.paidOn(),
                            payee,
                            form.voucher() == null ? proposed.voucher() : form.voucher(),
                            form.reason()),
                    who,
                    origin);
            Receipt receipt = ledger.send(acceptance, who, origin);
            return new Receipt(expenseId, receipt.position(), receipt.replayed());
        });
    }
}
