package org.patenbuch.fund;

import java.time.LocalDate;
import org.patenbuch.kernel.LedgerEvent;

/** What has happened to an expense someone proposed: it moves no money until it is accepted. Amounts in cents. */
public sealed interface ProposalEvent extends LedgerEvent {
    String proposalId();

    record ExpenseProposed(
            String proposalId,
            String fundId,
            String category,
            long amountCents,
            LocalDate paidOn,
            String payee,
            String voucher)
            implements ProposalEvent {}

    /** @param expenseId as which it was recorded */
    record ProposalAccepted(String proposalId, String expenseId) implements ProposalEvent {}

    record ProposalDeclined(String proposalId, String reason) implements ProposalEvent {}
}
