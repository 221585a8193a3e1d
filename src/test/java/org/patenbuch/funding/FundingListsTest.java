package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.fund.FundCommand.PlanBudgetLine;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.funding.FundRow.BudgetLine;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.projections.Plan;
import org.patenbuch.projections.TextFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FundingListsTest extends MoneyTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void books() {
        partner("P-1");
        partner("P-2");
        fund("F-1", true);
        fund("F-2", false);
    }

    @Test
    void pages_follow_each_other_by_day_and_id_without_gap_or_repeat() {
        for (int i = 9; i >= 0; i--) {
            give("B-" + i, "P-1", "F-1", null, day(1 + i % 2, 10), 100 + i);
        }
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Page<ContributionRow> page = lists.contributions(partnership, null, page(3, after));
            page.items().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);

        assertThat(ids).containsExactly("B-0", "B-2", "B-4", "B-6", "B-8", "B-1", "B-3", "B-5", "B-7", "B-9");
    }

    @Test
    void the_last_page_names_no_next_one_also_when_it_is_full() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 1);
        give("B-2", "P-1", "F-1", null, day(1, 10), 1);

        assertThat(lists.contributions(partnership, null, page(2, null)).next()).isNull();
        assertThat(lists.contributions(partnership, null, page(1, null)).next()).isNotNull();
    }

    @Test
    void contributions_are_found_by_what_is_asked() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 1);
        give("B-2", "P-2", "F-1", null, day(2, 10), 1);
        give("B-3", "P-2", "F-2", null, day(3, 10), 1);
        takeBack("B-3", "F-2");

        assertThat(contributions(filter("P-2", null, null, null))).containsExactly("B-2", "B-3");
        assertThat(contributions(filter(null, "F-1", null, null))).containsExactly("B-1", "B-2");
        assertThat(contributions(filter(null, null, "REVERSED", null))).containsExactly("B-3");
        assertThat(contributions(filter(null, null, null, "b-2"))).containsExactly("B-2");
        assertThat(contributions(filter(null, null, null, "%"))).isEmpty();
        assertThat(contributions(filter(null, null, null, "B_2"))).isEmpty();
        assertThat(contributions(filter(null, null, null, "\\"))).isEmpty();
        assertThat(contributions(asked(day(2, 10), day(3, 9), null, last.position())))
                .containsExactly("B-2");
    }

    @Test
    void a_pledge_says_what_it_received_lacks_and_where_it_stands() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        pledge("Z-2", "P-1", "F-1", day(1, 2), 500);
        pledge("Z-3", "P-2", "F-1", day(1, 3), 500);
        give("B-1", "P-1", "F-1", "Z-2", ContributionKind.IN_KIND, day(2, 1), 600);
        give("B-2", "P-1", "F-1", "Z-1", day(2, 1), 100);
        withdraw("Z-3");
        List<Instalment> due = List.of(new Instalment(day(5, 1), 400), new Instalment(day(9, 1), 500));
        last = send(new AmendPledge(partnership, "N-1", "Z-1", 900, due, "anders"));

        assertThat(lists.pledges(partnership, null, page(50, null)).items())
                .containsExactly(
                        new PledgeRow(
                                "Z-1",
                                "P-1",
                                "F-1",
                                900,
                                day(1, 1),
                                day(1, 1).plusYears(1),
                                due,
                                PledgeRow.Status.OPEN,
                                100,
                                800),
                        new PledgeRow(
                                "Z-2",
                                "P-1",
                                "F-1",
                                500,
                                day(1, 2),
                                day(1, 2).plusYears(1),
                                List.of(),
                                PledgeRow.Status.FULFILLED,
                                600,
                                0),
                        new PledgeRow(
                                "Z-3",
                                "P-2",
                                "F-1",
                                500,
                                day(1, 3),
                                day(1, 3).plusYears(1),
                                List.of(),
                                PledgeRow.Status.WITHDRAWN,
                                0,
                                0));
    }

    @Test
    void a_fund_shows_its_cash_on_a_day_and_the_newest_plan_of_each_year_and_category() {
        plan("E-1", 2013, "Sachkosten", 100);
        plan("E-2", 2013, "Personalkosten", 900);
        plan("E-3", 2013, "Sachkosten", 120);
        plan("E-4", 2014, "Sachkosten", 10);
        plan("E-5", 2014, "Sachkosten", 0);
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        pay("A-1", "F-1", day(2, 10), 30);

        FundRow fund = lists.funds(partnership, asked(null, day(2, 9), null, last.position()))
                .items()
                .getFirst();
        assertThat(fund)
                .isEqualTo(new FundRow(
                        "F-1",
                        "Topf F-1",
                        "Zweck",
                        true,
                        false,
                        70,
                        List.of(
                                new BudgetLine("E-2", 2013, "Personalkosten", 900),
                                new BudgetLine("E-3", 2013, "Sachkosten", 120))));
        assertThat(lists.fund(partnership, "F-1", page(1, null))
                        .orElseThrow()
                        .item()
                        .balanceCents())
                .isEqualTo(40);
    }

    @Test
    void an_expense_says_who_paid_it_and_is_found_by_the_partner_who_did() {
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        give("B-2", "P-2", "F-1", null, day(1, 11), 70);
        pay("A-1", "F-1", day(2, 1), 60);
        pay("A-2", "F-1", day(2, 2), 20);
        pay("A-3", "F-1", day(2, 3), 20);

        assertThat(expenses(filter("P-1", null, null, null))).containsExactly("A-1", "A-2");
        assertThat(expenses(filter("P-2", null, null, null))).containsExactly("A-2", "A-3");
        unpay("A-3", "F-1");
        assertThat(expenses(filter("P-2", null, null, null))).containsExactly("A-2");
        assertThat(lists.expense(partnership, "A-3", page(1, null))
                        .orElseThrow()
                        .item())
                .matches(row -> row.reversed() && row.paidBy().isEmpty());
    }

    @Test
    void one_partner_sees_only_its_own() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        give("B-1", "P-1", "F-1", null, day(1, 10), 70);
        give("B-2", "P-2", "F-1", null, day(1, 11), 70);

        assertThat(lists.contributions(partnership, "P-2", page(50, null)).items())
                .extracting(ContributionRow::id)
                .containsExactly("B-2");
        assertThat(lists.pledges(partnership, "P-2", page(50, null)).items()).isEmpty();
        assertThat(lists.contribution(partnership, "P-2", "B-1", page(50, null)))
                .isEmpty();
    }

    /** A million rows are not read for it. */
    @Test
    void a_text_is_found_by_index() {
        String contribution = TextFilter.in("id", "evidence", "pledge_id", "linked_pledge_id");
        assertThat(ContributionRow.LISTING.filters().get("q")).contains(contribution);
        assertThat(Plan.of(jdbc, transactions, "funding.contribution", contribution, "b-2"))
                .contains("contribution_text");
        String expense = TextFilter.in("id", "category", "voucher");
        assertThat(ExpenseRow.LISTING.filters().get("q")).contains(expense);
        assertThat(Plan.of(jdbc, transactions, "funding.expense", expense, "b-2"))
                .contains("expense_text");
    }

    private void plan(String id, int year, String category, long cents) {
        last = send(new PlanBudgetLine(partnership, id, "F-1", year, category, cents, null));
    }

    private List<String> contributions(Asked asked) {
        return lists.contributions(partnership, null, asked).items().stream()
                .map(ContributionRow::id)
                .toList();
    }

    private List<String> expenses(Asked asked) {
        return lists.expenses(partnership, asked).items().stream()
                .map(ExpenseRow::id)
                .toList();
    }

    private Asked page(int limit, @Nullable String after) {
        return new Asked(null, null, null, null, last.position(), limit, after, null, null, null, null, null, null);
    }

    private Asked filter(@Nullable String partner, @Nullable String fund, @Nullable String status, @Nullable String q) {
        return new Asked(null, null, null, null, last.position(), null, null, partner, fund, null, null, status, q);
    }
}
