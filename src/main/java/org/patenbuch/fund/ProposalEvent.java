package org.patenbuch.fund;

import java.time.LocalDate;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to an expense someone proposed: it moves no money until it is accepted. Amounts in cents. */
public sealed interface ProposalEvent extends LedgerEvent {
    String proposalId();

    /** @param payee may be a person, so it is sealed */
    record ExpenseProposed(
            String proposalId,
            String fundId,
            String category,
            long amountCents,
            LocalDate paidOn,
            Personal payee,
            String voucher)
            implements ProposalEvent {}

    /** @param expenseId as which it was recorded */
    record ProposalAccepted(String proposalId, String expenseId) implements ProposalEvent {}

    record ProposalDeclined(String proposalId, String reason) implements ProposalEvent {}
}
