package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.eventstore.Command;
import org.patenbuch.fund.FundCommand.PlanBudgetLine;
import org.patenbuch.funding.Outlook.FundOutlook;
import org.patenbuch.funding.Outlook.Lack;
import org.patenbuch.funding.Outlook.Month;
import org.patenbuch.funding.Outlook.Overdue;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.web.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** Funding security: what is overdue, and when a fund runs dry. */
class OutlookTest extends MoneyTest {
    @Autowired
    private Clock clock;

    @Autowired
    private Outlooks outlooks;

    @Autowired
    private List<Task> tasks;

    @Test
    void rosenstadt_seen_from_the_end_of_2013() throws IOException {
        for (Command command : RosenstadtMoney.commands(partnership)) {
            last = send(command);
        }
        Outlook outlook = from(DECEMBER, null);

        assertThat(outlook.overdue())
                .containsExactly(
                        new Overdue("Z-2013-SPK", "P-SPK", "F-QUA", day(11, 16), false, 1_375_00, 123_45, Lack.SHORT),
                        new Overdue("Z-2013-STW", "P-STW", "F-ANE", day(11, 16), false, 725_00, 725_00, Lack.LATE));
        FundOutlook coordination = fund("F-KOO", outlook);
        assertThat(coordination.balanceCents()).isEqualTo(11_236_49);
        assertThat(coordination.usualCents()).isEqualTo(2_242_17);
        assertThat(coordination.gapMonth()).isEqualTo(YearMonth.of(2015, 9));
        assertThat(coordination.missingCents()).isEqualTo(849_08);
        assertThat(outlook.firstGap()).isEqualTo(coordination);
        assertThat(outlook.funds()).filteredOn(fund -> fund.gapMonth() != null).containsExactly(coordination);
        assertThat(fund("F-ANE", outlook).months().getFirst().expectedCents()).isEqualTo(725_00);

        assertThat(coordination.warns()).isFalse();
        long before = last.position();
        last = send(new SetRule(partnership, "R-1", Rule.GAP_WARNING_MONTHS, 21, DECEMBER, null));
        assertThat(fund("F-KOO", from(DECEMBER, null)).warns()).isTrue();
        assertThat(fund("F-KOO", from(DECEMBER.minusDays(1), null)).warns()).isFalse();
        assertThat(from(DECEMBER, before)).isEqualTo(outlook);
    }

    /** Of 1,000 a month there is enough for the next four: in the fifth, seen from any day of this one, nothing is left. */
    @Test
    void the_start_page_warns_as_many_months_ahead_as_the_rule_says() {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.withDayOfMonth(1);
        partner("P-1");
        fund("F-1", false);
        give("B-1", "P-1", "F-1", null, first.minusMonths(3), 8_000);
        for (int ago = 3; ago >= 0; ago--) {
            pay("A-" + ago, "F-1", first.minusMonths(ago), 1_000);
        }
        YearMonth gap = fund("F-1", from(today, null)).gapMonth();
        long ahead = YearMonth.from(today).until(gap, ChronoUnit.MONTHS);

        assertThat(ahead).isEqualTo(5);
        assertThat(warned()).as("six months, where no rule is set").isEqualTo(1);
        last = send(new SetRule(partnership, "R-1", Rule.GAP_WARNING_MONTHS, ahead - 1, today, null));
        assertThat(warned()).isZero();
        last = send(new SetRule(partnership, "R-2", Rule.GAP_WARNING_MONTHS, ahead, today, null));
        assertThat(warned()).isEqualTo(1);
    }

    private long warned() {
        from(DECEMBER, null); // so that the newest command has been read
        Task gap = tasks.stream()
                .filter(task -> task.key().equals("task.gap"))
                .findFirst()
                .orElseThrow();
        assertThat(gap.concerns().test(as(Role.COORDINATOR))).isTrue();
        assertThat(gap.concerns().test(as(Role.SPONSOR))).isFalse();
        return gap.count().apply(as(Role.COORDINATOR));
    }

    private Who as(Role role) {
        return new Who(partnership, "someone", EnumSet.of(role), null, null);
    }

    @Test
    void what_is_planned_for_a_year_goes_before_what_is_usual() {
        money();
        pay("A-1", "F-1", day(6, 15), 1_200);
        last = send(new PlanBudgetLine(partnership, "E-1", "F-1", 2014, "Sachkosten", 2_400, null));
        last = send(new PlanBudgetLine(partnership, "E-2", "F-1", 2014, "Personal", 1_200, null));

        FundOutlook fund = fund("F-1", from(DECEMBER, null));
        assertThat(fund.usualCents()).isEqualTo(100);
        assertThat(fund.months().getFirst()).isEqualTo(new Month(YearMonth.of(2014, 1), 0, 300, true, 8_500));
        assertThat(fund.months().get(12)).isEqualTo(new Month(YearMonth.of(2015, 1), 0, 100, false, 5_100));
    }

    @Test
    void of_a_year_begun_only_the_rest_of_its_plan_is_spent() {
        money();
        last = send(new PlanBudgetLine(partnership, "E-1", "F-1", 2013, "Sachkosten", 2_400, null));
        pay("A-1", "F-1", day(6, 15), 1_800);

        FundOutlook fund = fund("F-1", from(day(9, 30), null));
        assertThat(fund.months().getFirst()).isEqualTo(new Month(YearMonth.of(2013, 10), 0, 200, true, 8_000));
        assertThat(fund.months().get(2).balanceCents()).isEqualTo(7_600);
    }

    @Test
    void a_month_begun_is_spent_as_usual_less_what_it_has_spent() {
        money();
        pay("A-1", "F-1", day(2, 10), 1_000);
        pay("A-2", "F-1", day(3, 10), 300);

        FundOutlook fund = fund("F-1", from(day(3, 15), null));
        assertThat(fund.usualCents()).isEqualTo(500);
        assertThat(fund.months().getFirst()).isEqualTo(new Month(YearMonth.of(2013, 3), 0, 200, false, 8_500));
    }

    @Test
    void instalments_are_expected_when_they_are_due_and_withdrawn_ones_never() {
        money();
        List<Instalment> agreed = List.of(new Instalment(day(2, 1), 100), new Instalment(day(5, 1), 200));
        last = send(new MakePledge(partnership, "Z-1", "P-1", "F-1", 300, JANUARY, DECEMBER, agreed, null));
        give("B-2", "P-1", "F-1", "Z-1", day(3, 1), 40);

        Outlook outlook = from(day(3, 31), null);
        assertThat(outlook.overdue())
                .containsExactly(new Overdue("Z-1", "P-1", "F-1", day(2, 1), true, 100, 60, Lack.SHORT));
        assertThat(fund("F-1", outlook).months())
                .extracting(Month::expectedCents)
                .startsWith(60L, 200L, 0L);
        assertThat(from(day(2, 1), null).overdue())
                .as("on its day it is not yet late")
                .isEmpty();

        withdraw("Z-1");
        assertThat(from(day(3, 31), null).overdue()).isEmpty();
        assertThat(fund("F-1", from(day(3, 31), null)).months())
                .allSatisfy(month -> assertThat(month.expectedCents()).isZero());
    }

    @Test
    void a_partnership_without_funds_and_the_ends_of_time_are_answered() {
        partner("P-1");
        assertThat(from(DECEMBER, null).funds()).isEmpty();
        fund("F-1", true);
        pledge("Z-1", "P-1", "F-1", JANUARY, 100);
        for (LocalDate on : List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 30), LocalDate.of(9999, 12, 31))) {
            assertThat(from(on, null).funds()).hasSize(1);
        }
    }

    private void money() {
        partner("P-1");
        fund("F-1", false);
        give("B-1", "P-1", "F-1", null, JANUARY, 10_000);
    }

    private Outlook from(LocalDate on, @Nullable Long at) {
        return outlooks.answer(partnership, asked(null, on, at, at == null ? last.position() : null));
    }

    private static FundOutlook fund(String id, Outlook outlook) {
        return outlook.funds().stream()
                .filter(fund -> fund.fundId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
