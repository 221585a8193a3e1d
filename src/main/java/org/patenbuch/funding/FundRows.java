package org.patenbuch.funding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.fund.FundEvent.BudgetLinePlanned;
import org.patenbuch.fund.FundEvent.ContributionLinked;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.ExpenseReversed;
import org.patenbuch.fund.FundEvent.FileAttached;
import org.patenbuch.fund.FundEvent.FundClosed;
import org.patenbuch.fund.FundEvent.FundOpened;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one batch of events tells of funds, contributions and expenses, as rows. */
final class FundRows {
    private static final String REVERSE = """
            UPDATE funding.%s t SET until = r.at FROM %%s
            WHERE t.partnership = r.partnership AND t.%s = r.id AND t.until IS NULL""";
    private static final String REVERSED = "partnership text, id text, at bigint";

    private static final String LINK = """
            UPDATE funding.contribution t SET linked_pledge_id = r.pledge_id, linked_since = r.at FROM %s
            WHERE t.partnership = r.partnership AND t.id = r.id""";
    private static final String CLOSE = """
            UPDATE funding.fund t SET closed_since = r.at FROM %s
            WHERE t.partnership = r.partnership AND t.id = r.id""";

    /** A plan ends where the next one for the same year and category begins, also if both came in one batch. */
    private static final String END_EARLIER_PLANS = """
            UPDATE funding.budget_line t SET until = n.next FROM (
                SELECT v.partnership, v.fund_id, v.year, v.category, v.since, lead(v.since) OVER (
                    PARTITION BY v.partnership, v.fund_id, v.year, v.category ORDER BY v.since) AS next
                FROM funding.budget_line v JOIN %s USING (partnership, fund_id) WHERE v.until IS NULL) n
            WHERE t.partnership = n.partnership AND t.fund_id = n.fund_id AND t.year = n.year
                AND t.category = n.category AND t.since = n.since AND n.next IS NOT NULL""";

    private record Name(String partnership, String fundId) {}

    private final Rows funds = Rows.into("funding.fund", """
            partnership text, id text, name text, purpose text, restricted boolean, since bigint""");
    private final Rows plans = Rows.into("funding.budget_line", """
            partnership text, fund_id text, year integer, category text, id text, amount_cents bigint, since bigint""");
    private final Rows contributions = Rows.into("funding.contribution", """
            partnership text, id text, fund_id text, partner_id text, pledge_id text, kind text, nature text,
            amount_cents bigint, received_on date, evidence text, valuation_basis text, since bigint""");
    private final Rows expenses = Rows.into("funding.expense", """
            partnership text, id text, fund_id text, category text, amount_cents bigint, paid_on date, payee text,
            payee_mark text, voucher text, since bigint""");
    private final Rows parts = Rows.into("funding.expense_part", """
            partnership text, expense_id text, place integer, contribution_id text, fund_id text, via text,
            amount_cents bigint, paid_on date, since bigint""");
    private final Rows files = Rows.into("funding.file", """
            partnership text, id text, entry text, entry_id text, sha256 text, media_type text, size_bytes bigint,
            since bigint""");
    private final Rows links = Rows.with(LINK, "partnership text, id text, pledge_id text, at bigint");
    private final Rows closed = Rows.with(CLOSE, REVERSED);
    private final TransferRows transfers = new TransferRows();
    private final Rows reversedContributions = Rows.with(REVERSE.formatted("contribution", "id"), REVERSED);
    private final Rows reversedExpenses = Rows.with(REVERSE.formatted("expense", "id"), REVERSED);
    private final Rows reversedParts = Rows.with(REVERSE.formatted("expense_part", "expense_id"), REVERSED);
    private final Set<Name> planned = new HashSet<>();
    private final MonthSums months = new MonthSums();
    private final PledgeRows pledges;
    private final PayeeRows payees;

    FundRows(PledgeRows pledges, PayeeRows payees) {
        this.pledges = pledges;
        this.payees = payees;
    }

    void hear(FundEvent heard, String partnership, long at) {
        switch (heard) {
            case FundOpened e -> funds.add(partnership, e.fundId(), e.name(), e.purpose(), e.restricted(), at);
            case BudgetLinePlanned e -> planned(e, partnership, at);
            case ContributionRecorded e -> received(e, partnership, at);
            case ContributionReversed e -> reversed(e, partnership, at);
            case ContributionLinked e -> {
                links.add(partnership, e.contributionId(), e.pledgeId(), at);
                touch(partnership, e.pledgeId());
            }
            case FundClosed e -> closed.add(partnership, e.fundId(), at);
            case FileAttached e -> attached(e, partnership, at);
            case ExpenseRecorded e -> spent(e, partnership, at);
            case ExpenseReversed e -> {
                reversedExpenses.add(partnership, e.expenseId(), at);
                reversedParts.add(partnership, e.expenseId(), at);
                months.spent(partnership, e.fundId(), e.paidOn(), -e.amountCents(), at);
            }
            case MoneyTransferredOut e -> {
                transfers.hear(e, partnership, at);
                months.moved(partnership, e.fundId(), e.on(), -e.amountCents(), at);
            }
            case MoneyTransferredIn e -> {
                transfers.hear(e, partnership, at);
                months.moved(partnership, e.fundId(), e.on(), e.amountCents(), at);
            }
        }
    }

    private void attached(FileAttached e, String partnership, long at) {
        files.add(partnership, e.fileId(), e.entry(), e.entryId(), e.sha256(), e.mediaType(), e.sizeBytes(), at);
    }

    private void planned(BudgetLinePlanned e, String partnership, long at) {
        plans.add(partnership, e.fundId(), e.year(), e.category(), e.budgetLineId(), e.amountCents(), at);
        planned.add(new Name(partnership, e.fundId()));
    }

    private void received(ContributionRecorded e, String partnership, long at) {
        contributions.add(
                partnership,
                e.contributionId(),
                e.fundId(),
                e.partnerId(),
                e.pledgeId(),
                e.kind(),
                e.nature(),
                e.amountCents(),
                e.receivedOn(),
                e.evidence(),
                e.valuationBasis(),
                at);
        months.received(partnership, e.fundId(), e.partnerId(), e.kind(), e.receivedOn(), e.amountCents(), at);
        touch(partnership, e.pledgeId());
    }

    private void reversed(ContributionReversed e, String partnership, long at) {
        reversedContributions.add(partnership, e.contributionId(), at);
        months.received(partnership, e.fundId(), e.partnerId(), e.kind(), e.receivedOn(), -e.amountCents(), at);
        touch(partnership, e.pledgeId());
    }

    private void touch(String partnership, @Nullable String pledgeId) {
        if (pledgeId != null) {
            pledges.touch(partnership, pledgeId);
        }
    }

    private void spent(ExpenseRecorded e, String partnership, long at) {
        expenses.add(
                partnership,
                e.expenseId(),
                e.fundId(),
                e.category(),
                e.amountCents(),
                e.paidOn(),
                e.payee().sealed(),
                payees.mark(e.payee(), partnership),
                e.voucher(),
                at);
        int place = 0;
        for (Part part : e.parts()) {
            parts.add(
                    partnership,
                    e.expenseId(),
                    ++place,
                    part.contributionId(),
                    e.fundId(),
                    part.transferId(),
                    part.amountCents(),
                    e.paidOn(),
                    at);
        }
        months.spent(partnership, e.fundId(), e.paidOn(), e.amountCents(), at);
    }

    /** What was recorded goes in first, so that what was undone in the same batch is there to be ended. */
    void write(JdbcClient jdbc) {
        List.of(funds, plans, contributions, expenses, parts, files).forEach(rows -> rows.write(jdbc));
        transfers.write(jdbc);
        List.of(links, closed, reversedContributions, reversedExpenses, reversedParts)
                .forEach(rows -> rows.write(jdbc));
        Rows ended = Rows.with(END_EARLIER_PLANS, "partnership text, fund_id text");
        planned.forEach(name -> ended.add(name.partnership(), name.fundId()));
        ended.write(jdbc);
        months.write(jdbc);
    }
}
