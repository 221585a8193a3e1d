package org.patenbuch.funding;

import org.patenbuch.fund.ProposalEvent;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.fund.ProposalEvent.ProposalAccepted;
import org.patenbuch.fund.ProposalEvent.ProposalDeclined;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one batch of events tells of proposed expenses, as rows. */
final class ProposalRows {
    private static final String DECIDE = """
            UPDATE funding.proposal t SET until = r.at, outcome = r.outcome, expense_id = r.expense_id,
                answer = r.answer
            FROM %s WHERE t.partnership = r.partnership AND t.id = r.id""";

    private final Rows proposals = Rows.into("funding.proposal", """
            partnership text, id text, fund_id text, category text, amount_cents bigint, paid_on date, payee text,
            payee_mark text, voucher text, since bigint""");
    private final Rows decided = Rows.with(DECIDE, """
            partnership text, id text, outcome text, expense_id text, answer text, at bigint""");

    private final PayeeRows payees;

    ProposalRows(PayeeRows payees) {
        this.payees = payees;
    }

    void hear(ProposalEvent heard, String partnership, long at) {
        switch (heard) {
            case ExpenseProposed e ->
                proposals.add(
                        partnership,
                        e.proposalId(),
                        e.fundId(),
                        e.category(),
                        e.amountCents(),
                        e.paidOn(),
                        e.payee().sealed(),
                        payees.mark(e.payee(), partnership),
                        e.voucher(),
                        at);
            case ProposalAccepted e -> decided.add(partnership, e.proposalId(), "ACCEPTED", e.expenseId(), null, at);
            case ProposalDeclined e -> decided.add(partnership, e.proposalId(), "DECLINED", null, e.reason(), at);
        }
    }

    void write(JdbcClient jdbc) {
        proposals.write(jdbc);
        decided.write(jdbc);
    }
}
