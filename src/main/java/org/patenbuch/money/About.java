package org.patenbuch.money;

import java.util.List;
import java.util.Optional;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.web.Frame;
import org.springframework.stereotype.Component;

/** What an entry is about, as its list shows it: a name alone tells nobody whether it is the right one. */
@Component
class About {
    private final FundingLists lists;
    private final Frame frame;

    About(FundingLists lists, Frame frame) {
        this.lists = lists;
        this.frame = frame;
    }

    /** @return a table of one row; empty if there is nothing of that name, as the booking will say */
    Optional<Table> of(MoneyEntry entry, String id, Choices names) {
        String of = names.partnership();
        Tables tables = new Tables(of, names, frame.getFigures());
        return switch (entry) {
            case BUDGET_LINE, TRANSFER, FUND_CLOSING ->
                lists.fund(of, id, Asked.NOW).map(one -> tables.funds(row(one)));
            case PLEDGE_AMENDMENT, PLEDGE_WITHDRAWAL ->
                lists.pledge(of, null, id, Asked.NOW).map(one -> tables.pledges(row(one)));
            case CONTRIBUTION_LINK, CONTRIBUTION_REVERSAL ->
                lists.contribution(of, null, id, Asked.NOW).map(one -> tables.contributions(row(one)));
            case EXPENSE_REVERSAL -> lists.expense(of, id, Asked.NOW).map(one -> tables.expenses(row(one)));
            case PROPOSAL_ACCEPTANCE, PROPOSAL_REFUSAL ->
                lists.proposal(of, id, Asked.NOW).map(one -> tables.proposals(row(one), false));
            default -> Optional.empty();
        };
    }

    private static <T> List<T> row(One<T> one) {
        return List.of(one.item());
    }
}
