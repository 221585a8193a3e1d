package org.patenbuch.fund;

import static org.patenbuch.fund.Rosenstadt.JANUARY;
import static org.patenbuch.fund.Rosenstadt.LOCKED;
import static org.patenbuch.fund.Rosenstadt.MARCH;
import static org.patenbuch.fund.Rosenstadt.contribution;
import static org.patenbuch.fund.Rosenstadt.expense;
import static org.patenbuch.fund.Rosenstadt.fund;
import static org.patenbuch.fund.Rosenstadt.money;
import static org.patenbuch.fund.Rosenstadt.opened;
import static org.patenbuch.fund.Rosenstadt.part;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.FundClosed;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.Part;

class RecordExpenseTest {
    @Test
    void what_came_first_pays_first_also_when_it_was_recorded_later() {
        fund(opened(), money("B-MARCH", MARCH, 500), money("B-JANUARY", JANUARY, 300))
                .when(pay(400, MARCH))
                .then(expense("A-1", MARCH, part("B-JANUARY", 2, JANUARY, 300), part("B-MARCH", 1, MARCH, 100)));
    }

    @Test
    void of_two_that_came_on_one_day_the_one_recorded_first_pays() {
        fund(opened(), money("B-Z", JANUARY, 100), money("B-A", JANUARY, 100))
                .when(pay(100, MARCH))
                .then(expense("A-1", MARCH, part("B-Z", 1, JANUARY, 100)));
    }

    @Test
    void what_came_after_the_day_of_payment_pays_nothing() {
        fund(opened(), money("B-1", JANUARY, 100), money("B-2", MARCH, 100))
                .when(pay(101, MARCH.minusDays(1)))
                .refused("fund.overdrawn");
    }

    @Test
    void the_last_cent_can_be_spent_and_not_one_more() {
        fund(opened(), money("B-1", MARCH, 100))
                .when(pay(100, MARCH))
                .then(expense("A-1", MARCH, part("B-1", 1, MARCH, 100)));
        fund(opened(), money("B-1", MARCH, 100)).when(pay(101, MARCH)).refused("fund.overdrawn");
    }

    @Test
    void refuses_a_fund_that_is_closed() {
        fund(opened(), money("B-1", MARCH, 100), new FundClosed("F-KOO", "zusammengelegt"))
                .when(pay(100, MARCH))
                .refused("fund.closed");
    }

    @Test
    void only_money_is_cash() {
        fund(
                        opened(),
                        contribution("S-1", ContributionKind.IN_KIND, JANUARY, 900, null),
                        contribution("S-2", ContributionKind.STAFF_TIME, JANUARY, 900, null))
                .when(pay(1, MARCH))
                .refused("fund.overdrawn");
    }

    @Test
    void a_reversed_contribution_pays_nothing() {
        fund(opened(), money("B-1", JANUARY, 100), money("B-1", JANUARY, 100).reversed("falsches Konto"))
                .when(pay(1, MARCH))
                .refused("fund.overdrawn");
    }

    @Test
    void what_an_expense_gave_back_pays_again_in_its_old_place() {
        ExpenseRecorded first = expense("A-0", MARCH, part("B-1", 1, JANUARY, 100), part("B-2", 2, JANUARY, 50));
        fund(opened(), money("B-1", JANUARY, 100), money("B-2", JANUARY, 100), first, first.reversed("doppelt"))
                .when(pay(120, MARCH))
                .then(expense("A-1", MARCH, part("B-1", 1, JANUARY, 100), part("B-2", 2, JANUARY, 20)));
    }

    @Test
    void transferred_money_counts_from_the_day_of_its_transfer_and_keeps_its_origin() {
        Part arrived = new Part("B-9", 1, MARCH, "T-1", 100);
        var transfer = new MoneyTransferredIn("T-1", "F-KOO", "F-FREI", 100, MARCH, List.of(arrived));

        fund(opened(), transfer).when(pay(60, MARCH)).then(expense("A-1", MARCH, arrived.of(60)));
        fund(opened(), transfer).when(pay(60, MARCH.minusDays(1))).refused("fund.overdrawn");
    }

    @Test
    void refuses_no_amount_a_day_to_come_and_a_locked_day() {
        fund(opened()).when(pay(0, MARCH)).refused("money.amount");
        fund(opened()).when(pay(1, Rosenstadt.TODAY.plusDays(1))).refused("money.future");
        fund(opened(), money("B-1", LOCKED, 100)).when(pay(1, LOCKED)).refused("period.locked");
    }

    private static RecordExpense pay(long cents, LocalDate paidOn) {
        return new RecordExpense(
                Given.PARTNERSHIP, "A-1", "F-KOO", "Sachkosten", cents, paidOn, "Bürobedarf", "Beleg 1", null);
    }
}
