package org.patenbuch.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;

/** What can be asked of the stream of a proposed expense. */
public sealed interface ProposalCommand extends Command {
    String proposalId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "proposal", proposalId());
    }

    record ProposeExpense(
            String partnership,
            String id,
            String fundId,
            String category,
            long amountCents,
            LocalDate paidOn,
            String payee,
            String voucher,
            @Override @Nullable String reason)
            implements ProposalCommand {
        @Override
        public String kind() {
            return "proposal";
        }

        @Override
        public String proposalId() {
            return id;
        }

        /** Never the payee: it may be a person. */
        @Override
        public String toString() {
            return "proposal " + id;
        }
    }

    /** Sent with the expense it became, in one transaction. */
    record AcceptProposal(
            String partnership,
            String id,
            String proposalId,
            String expenseId,
            @Override @Nullable String reason) implements ProposalCommand {
        @Override
        public String kind() {
            return "proposal-acceptance";
        }
    }

    record DeclineProposal(
            String partnership,
            String id,
            String proposalId,
            @Override String reason) implements ProposalCommand {
        @Override
        public String kind() {
            return "proposal-refusal";
        }
    }
}
