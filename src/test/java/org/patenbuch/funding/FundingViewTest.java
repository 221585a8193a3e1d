package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.funding.Funding.FundLine;
import org.patenbuch.funding.Funding.MonthLine;
import org.patenbuch.funding.Funding.PartnerLine;
import org.patenbuch.funding.Funding.Totals;

class FundingViewTest extends MoneyTest {
    @BeforeEach
    void books() {
        partner("P-1");
        partner("P-2");
        fund("F-1", true);
        fund("F-2", false);
    }

    @Test
    void partners_and_funds_are_there_before_any_money_is() {
        Funding answer = now(JANUARY, DECEMBER);

        assertThat(answer.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0));
        assertThat(answer.byPartner())
                .containsExactly(
                        new PartnerLine("P-1", "Partner P-1", 0, 0, 0, 0),
                        new PartnerLine("P-2", "Partner P-2", 0, 0, 0, 0));
        assertThat(answer.byFund())
                .containsExactly(new FundLine("F-1", "Topf F-1", 0, 0, 0), new FundLine("F-2", "Topf F-2", 0, 0, 0));
        assertThat(answer.byMonth()).hasSize(12).allMatch(month -> month.receivedMoneyCents() == 0);
        assertThat(answer.position()).isGreaterThanOrEqualTo(last.position());
    }

    @Test
    void each_kind_of_contribution_counts_by_itself_and_only_money_is_cash() {
        give("B-1", "P-1", "F-1", null, ContributionKind.MONEY, day(1, 15), 100);
        give("B-2", "P-1", "F-1", null, ContributionKind.IN_KIND, day(2, 15), 20);
        give("B-3", "P-2", "F-1", null, ContributionKind.STAFF_TIME, day(3, 15), 3);

        Funding answer = now(JANUARY, DECEMBER);

        assertThat(answer.totals()).isEqualTo(new Totals(0, 100, 20, 3, 0, 0, 100));
        assertThat(answer.byPartner())
                .containsExactly(
                        new PartnerLine("P-1", "Partner P-1", 0, 100, 20, 0),
                        new PartnerLine("P-2", "Partner P-2", 0, 0, 0, 3));
        assertThat(answer.byFund().getFirst()).isEqualTo(new FundLine("F-1", "Topf F-1", 100, 0, 100));
        assertThat(answer.byMonth().getFirst()).isEqualTo(new MonthLine(YearMonth.of(2013, 1), 100, 0));
        assertThat(now(day(1, 15), day(3, 15)).totals()).isEqualTo(answer.totals());
        assertThat(at(last.position(), day(1, 15), day(3, 15)).totals()).isEqualTo(answer.totals());
        assertThat(now(day(2, 15), day(2, 15)).byFund().getFirst().receivedMoneyCents())
                .isZero();
    }

    @Test
    void received_and_spent_count_in_the_period_and_cash_at_its_end() {
        give("B-0", "P-1", "F-1", null, JANUARY.minusDays(1), 1_000);
        give("B-1", "P-1", "F-1", null, day(6, 10), 500);
        pay("A-1", "F-1", day(6, 20), 300);
        pay("A-2", "F-1", DECEMBER.plusDays(1), 50);

        Funding year = now(JANUARY, DECEMBER);
        assertThat(year.totals()).isEqualTo(new Totals(0, 500, 0, 0, 300, 0, 1_200));
        Funding edges = now(day(6, 10), day(6, 19));
        assertThat(edges.totals()).isEqualTo(new Totals(0, 500, 0, 0, 0, 0, 1_500));
        assertThat(edges.byMonth()).containsExactly(new MonthLine(YearMonth.of(2013, 6), 500, 0));
        Funding acrossMonths = now(day(6, 11), day(7, 1));
        assertThat(acrossMonths.totals()).isEqualTo(new Totals(0, 0, 0, 0, 300, 0, 1_200));
        Funding everything = now(null, null);
        assertThat(everything.totals()).isEqualTo(new Totals(0, 1_500, 0, 0, 350, 0, 1_150));
        assertThat(everything.byMonth())
                .extracting(MonthLine::month)
                .containsExactly(YearMonth.of(2012, 12), YearMonth.of(2013, 6), YearMonth.of(2014, 1));
    }

    @Test
    void what_is_reversed_counts_nowhere() {
        give("B-1", "P-1", "F-1", null, day(1, 15), 100);
        give("B-2", "P-1", "F-1", null, day(1, 16), 100);
        pay("A-1", "F-1", day(2, 1), 150);
        unpay("A-1", "F-1");
        takeBack("B-1", "F-1");

        Funding answer = now(JANUARY, DECEMBER);

        assertThat(answer.totals()).isEqualTo(new Totals(0, 100, 0, 0, 0, 0, 100));
        assertThat(now(null, null).byMonth()).containsExactly(new MonthLine(YearMonth.of(2013, 1), 100, 0));
    }

    @Test
    void a_transfer_changes_balances_and_nothing_else() {
        give("B-1", "P-1", "F-2", null, day(1, 15), 100);
        move("F-2", "F-1", day(3, 1), 60);
        pay("A-1", "F-1", day(3, 2), 50);

        Funding answer = now(JANUARY, DECEMBER);

        assertThat(answer.totals()).isEqualTo(new Totals(0, 100, 0, 0, 50, 0, 50));
        assertThat(answer.byFund())
                .containsExactly(
                        new FundLine("F-1", "Topf F-1", 0, 50, 10), new FundLine("F-2", "Topf F-2", 100, 0, 40));
        assertThat(now(JANUARY, day(2, 28)).byFund().getFirst().balanceCents()).isZero();
    }

    @Test
    void a_pledge_counts_in_the_period_it_begins_in_and_lacks_what_has_not_come_yet() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        pledge("Z-2", "P-2", "F-1", day(7, 5), 500);
        give("B-1", "P-1", "F-1", "Z-1", day(2, 1), 400);

        assertThat(now(JANUARY, DECEMBER).totals()).isEqualTo(new Totals(1_500, 400, 0, 0, 0, 1_100, 400));
        assertThat(now(day(1, 1), day(1, 31)).totals()).isEqualTo(new Totals(1_000, 0, 0, 0, 0, 600, 0));
        assertThat(now(day(7, 6), DECEMBER).totals().pledgedCents()).isZero();
        assertThat(now(day(7, 5), day(7, 5)).byPartner())
                .extracting(PartnerLine::pledgedCents)
                .containsExactly(0L, 500L);
    }

    @Test
    void too_much_paid_on_one_pledge_makes_up_for_nothing_on_another() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        pledge("Z-2", "P-1", "F-1", day(1, 1), 500);
        give("B-1", "P-1", "F-1", "Z-1", day(2, 1), 1_200);

        assertThat(now(JANUARY, DECEMBER).totals()).isEqualTo(new Totals(1_500, 1_200, 0, 0, 0, 500, 1_200));
    }

    @Test
    void an_amended_pledge_counts_with_its_new_amount() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        give("B-1", "P-1", "F-1", "Z-1", day(2, 1), 400);
        amend("Z-1", 700);
        amend("Z-1", 600);

        assertThat(now(JANUARY, DECEMBER).totals()).isEqualTo(new Totals(600, 400, 0, 0, 0, 200, 400));
    }

    @Test
    void a_withdrawn_pledge_counts_with_what_it_had_received() {
        pledge("Z-1", "P-1", "F-1", day(1, 1), 1_000);
        give("B-1", "P-1", "F-1", "Z-1", day(2, 1), 400);
        withdraw("Z-1");

        assertThat(now(JANUARY, DECEMBER).totals()).isEqualTo(new Totals(400, 400, 0, 0, 0, 0, 400));
    }

    @Test
    void a_partner_sees_its_own_promises_gifts_and_what_they_paid_also_across_funds() {
        pledge("Z-1", "P-1", "F-2", day(1, 1), 1_000);
        give("B-1", "P-1", "F-2", "Z-1", day(1, 15), 100);
        give("B-2", "P-2", "F-2", null, day(1, 20), 900);
        pay("A-1", "F-2", day(2, 1), 30);
        move("F-2", "F-1", day(3, 1), 80);
        pay("A-2", "F-1", day(3, 2), 75);

        Funding own = view.answerFor("P-1", partnership, asked(JANUARY, DECEMBER, null, last.position()));

        assertThat(own.totals()).isEqualTo(new Totals(1_000, 100, 0, 0, 100, 900, 0));
        assertThat(own.byPartner()).containsExactly(new PartnerLine("P-1", "Partner P-1", 1_000, 100, 0, 0));
        assertThat(own.byFund()).isEmpty();
        assertThat(own.byMonth().subList(0, 3))
                .isEqualTo(List.of(
                        new MonthLine(YearMonth.of(2013, 1), 100, 0),
                        new MonthLine(YearMonth.of(2013, 2), 0, 30),
                        new MonthLine(YearMonth.of(2013, 3), 0, 70)));
    }

    @Test
    void nothing_of_another_partnership_is_counted() {
        give("B-1", "P-1", "F-1", null, day(1, 15), 100);
        String first = partnership;
        foundPartnershipOfItsOwn();
        books();

        assertThat(now(null, null).totals().balanceCents()).isZero();
        partnership = first;
        assertThat(now(null, null).totals().balanceCents()).isEqualTo(100);
        assertThat(view.years(first)).containsExactly(2013);
    }

    private void foundPartnershipOfItsOwn() {
        partnership = partnership + "-2";
        last = send(new org.patenbuch.partnership.PartnershipCommand.FoundPartnership(partnership, "Zweite"));
    }
}
