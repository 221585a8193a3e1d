package org.patenbuch.fund;

import static org.patenbuch.fund.Rosenstadt.JANUARY;
import static org.patenbuch.fund.Rosenstadt.LOCKED;
import static org.patenbuch.fund.Rosenstadt.MARCH;
import static org.patenbuch.fund.Rosenstadt.expense;
import static org.patenbuch.fund.Rosenstadt.fund;
import static org.patenbuch.fund.Rosenstadt.money;
import static org.patenbuch.fund.Rosenstadt.opened;
import static org.patenbuch.fund.Rosenstadt.part;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Part;

class ReverseContributionTest {
    private static final ContributionRecorded GIFT = money("B-1", JANUARY, 1_000);

    @Test
    void an_untouched_contribution_is_reversed_and_says_what_it_was() {
        fund(opened(), GIFT)
                .when(reverse("B-1"))
                .then(new ContributionReversed(
                        "B-1", "F-KOO", "P-SPK", null, ContributionKind.MONEY, 1_000, JANUARY, "falsches Konto"));
    }

    @Test
    void something_in_kind_is_reversed_although_it_never_was_cash() {
        ContributionRecorded kind = Rosenstadt.contribution("S-1", ContributionKind.IN_KIND, JANUARY, 5, null);
        fund(opened(), kind).when(reverse("S-1")).then(kind.reversed("falsches Konto"));
    }

    @Test
    void refuses_to_reverse_the_same_gift_twice() {
        fund(opened(), GIFT, GIFT.reversed("falsches Konto"))
                .when(reverse("B-1"))
                .refused("contribution.already-reversed");
        ContributionRecorded kind = Rosenstadt.contribution("S-1", ContributionKind.STAFF_TIME, JANUARY, 5, null);
        fund(opened(), kind, kind.reversed("falsches Konto"))
                .when(reverse("S-1"))
                .refused("contribution.already-reversed");
    }

    @Test
    void refuses_while_a_single_cent_of_it_is_spent() {
        fund(opened(), GIFT, expense("A-1", MARCH, part("B-1", 1, JANUARY, 1)))
                .when(reverse("B-1"))
                .refused("contribution.spent");
        fund(opened(), GIFT, expense("A-1", MARCH, part("B-1", 1, JANUARY, 1_000)))
                .when(reverse("B-1"))
                .refused("contribution.spent");
    }

    @Test
    void once_the_expense_is_reversed_the_contribution_can_be_too() {
        ExpenseRecorded expense = expense("A-1", MARCH, part("B-1", 1, JANUARY, 1_000));
        fund(opened(), GIFT, expense, expense.reversed("doppelt"))
                .when(reverse("B-1"))
                .then(GIFT.reversed("falsches Konto"));
    }

    @Test
    void refuses_what_was_transferred_away_even_if_it_came_back() {
        Part whole = part("B-1", 1, JANUARY, 1_000);
        Part back = new Part("B-1", 2, MARCH, "T-2", 1_000);
        fund(
                        opened(),
                        GIFT,
                        new MoneyTransferredOut("T-1", "F-KOO", "F-ANE", 1_000, MARCH, List.of(whole), "Ausgleich"),
                        new MoneyTransferredIn("T-2", "F-KOO", "F-ANE", 1_000, MARCH, List.of(back)))
                .when(reverse("B-1"))
                .refused("contribution.spent");
    }

    @Test
    void refuses_what_was_never_recorded_here() {
        fund(opened(), GIFT).when(reverse("B-2")).refused("unknown-reference");
    }

    @Test
    void refuses_when_the_day_of_receipt_is_locked_by_now() {
        fund(opened(), money("B-1", LOCKED, 1_000)).when(reverse("B-1")).refused("period.locked");
    }

    private static ReverseContribution reverse(String contributionId) {
        return new ReverseContribution(Given.PARTNERSHIP, "R-1", "F-KOO", contributionId, "falsches Konto");
    }
}
