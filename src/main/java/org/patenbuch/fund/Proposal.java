package org.patenbuch.fund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.ProposalCommand.AcceptProposal;
import org.patenbuch.fund.ProposalCommand.DeclineProposal;
import org.patenbuch.fund.ProposalCommand.ProposeExpense;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.fund.ProposalEvent.ProposalAccepted;
import org.patenbuch.fund.ProposalEvent.ProposalDeclined;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.pledge.Plausible;

/** An expense that the coordinator proposes and whoever keeps the money accepts or declines, once. */
@Aggregate(type = "proposal")
class Proposal {
    @AggregateIdentifier
    private String stream;

    private boolean decided;

    Proposal() {}

    @CommandHandler
    Proposal(ProposeExpense command, References references, Clock clock) {
        Plausible.requireMoved(command.amountCents(), command.paidOn(), clock);
        references.require(command.partnership(), "fund", command.fundId());
        apply(new ExpenseProposed(
                command.id(),
                command.fundId(),
                command.category(),
                command.amountCents(),
                command.paidOn(),
                Personal.of(
                        command.partnership(),
                        TextKind.PAYEE,
                        LocalDate.now(clock).getYear(),
                        command.payee()),
                command.voucher()));
    }

    @CommandHandler
    void decide(AcceptProposal command, References references) {
        requireOpen(command);
        references.require(command.partnership(), "expense", command.expenseId());
        apply(new ProposalAccepted(command.proposalId(), command.expenseId()));
    }

    @CommandHandler
    void decide(DeclineProposal command) {
        requireOpen(command);
        apply(new ProposalDeclined(command.proposalId(), command.reason()));
    }

    private void requireOpen(ProposalCommand command) {
        if (decided) {
            throw new Rejected("proposal.decided", command.proposalId());
        }
    }

    @EventSourcingHandler
    void on(ExpenseProposed event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "proposal", event.proposalId());
    }

    @EventSourcingHandler
    void on(ProposalAccepted event) {
        decided = true;
    }

    @EventSourcingHandler
    void on(ProposalDeclined event) {
        decided = true;
    }
}
