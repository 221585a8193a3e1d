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
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.ExpenseReversed;

class ReverseExpenseTest {
    private static final ExpenseRecorded EXPENSE = expense("A-1", MARCH, part("B-1", 1, JANUARY, 70));

    @Test
    void a_reversed_expense_gives_back_exactly_the_parts_it_took() {
        fund(opened(), money("B-1", JANUARY, 100), EXPENSE)
                .when(reverse("A-1"))
                .then(new ExpenseReversed(
                        "A-1", "F-KOO", 70, MARCH, List.of(part("B-1", 1, JANUARY, 70)), "doppelt gebucht"));
    }

    @Test
    void refuses_to_reverse_the_same_expense_twice() {
        fund(opened(), money("B-1", JANUARY, 100), EXPENSE, EXPENSE.reversed("doppelt gebucht"))
                .when(reverse("A-1"))
                .refused("expense.already-reversed");
    }

    @Test
    void refuses_what_was_never_paid_here() {
        fund(opened(), money("B-1", JANUARY, 100)).when(reverse("A-1")).refused("unknown-reference");
        fund(opened(), money("A-1", JANUARY, 100)).when(reverse("A-1")).refused("unknown-reference");
    }

    @Test
    void refuses_when_the_day_of_payment_is_locked_by_now() {
        fund(opened(), money("B-1", LOCKED, 100), expense("A-1", LOCKED, part("B-1", 1, LOCKED, 70)))
                .when(reverse("A-1"))
                .refused("period.locked");
    }

    private static ReverseExpense reverse(String expenseId) {
        return new ReverseExpense(Given.PARTNERSHIP, "R-1", "F-KOO", expenseId, "doppelt gebucht");
    }
}
