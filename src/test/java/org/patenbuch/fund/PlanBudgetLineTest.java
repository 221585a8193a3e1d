package org.patenbuch.fund;

import static org.patenbuch.fund.Rosenstadt.fund;
import static org.patenbuch.fund.Rosenstadt.opened;

import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.fund.FundCommand.PlanBudgetLine;
import org.patenbuch.fund.FundEvent.BudgetLinePlanned;

class PlanBudgetLineTest {
    @Test
    void a_line_is_planned_for_a_year_and_a_category() {
        fund(opened()).when(plan(2013, 900_000)).then(planned(2013, 900_000));
    }

    @Test
    void a_later_plan_takes_the_place_of_an_earlier_one_and_zero_plans_nothing_any_more() {
        fund(opened(), planned(2013, 900_000)).when(plan(2013, 0)).then(planned(2013, 0));
    }

    @Test
    void refuses_an_amount_below_zero() {
        fund(opened()).when(plan(2013, -1)).refused("money.amount");
    }

    @Test
    void refuses_a_year_no_calendar_needs() {
        fund(opened()).when(plan(1899, 1)).refused("money.day");
        fund(opened()).when(plan(Integer.MAX_VALUE, 1)).refused("money.day");
    }

    @Test
    void refuses_a_year_that_is_locked() {
        fund(opened()).when(plan(2011, 900_000)).refused("period.locked");
    }

    private static PlanBudgetLine plan(int year, long cents) {
        return new PlanBudgetLine(Given.PARTNERSHIP, "E-1", "F-KOO", year, "Personalkosten", cents, null);
    }

    private static BudgetLinePlanned planned(int year, long cents) {
        return new BudgetLinePlanned("E-1", "F-KOO", year, "Personalkosten", cents);
    }
}
