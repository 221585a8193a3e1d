package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patenbuch.timesheet.TimesheetEvent.Activity.MEETING;
import static org.patenbuch.timesheet.TimesheetEvent.Activity.TRAVEL;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.engagement.Engagement.ActivityLine;
import org.patenbuch.engagement.Engagement.MonthLine;
import org.patenbuch.engagement.Engagement.SponsorLine;
import org.patenbuch.engagement.Engagement.Totals;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Plan;
import org.patenbuch.projections.TextFilter;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class EngagementViewTest extends PeopleTest {
    private static final YearMonth MAY = YearMonth.of(2013, 5);

    @Autowired
    private EngagementView view;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private long last;

    @BeforeEach
    void two_sponsors_and_their_hours() {
        activeSponsor("V-1", "Anna Ahorn");
        activeSponsor("V-2", "Bernd Birke");
        household("H-1");
        household("H-2");
        assigned("M-1", "V-1", "H-1");
        assigned("M-2", "V-2", "H-2");
        visit("S-1", "V-1", "M-1", on(5, 3), 90);
        visit("S-2", "V-1", "M-1", on(5, 31), 60);
        log("S-3", "V-1", null, on(6, 1), 30, TRAVEL, null);
        last = visit("S-4", "V-2", "M-2", on(7, 15), 120).position();
    }

    private Engagement asked(@Nullable LocalDate from, @Nullable LocalDate to) {
        return view.answer(
                partnership, new Asked(from, to, null, null, last, null, null, null, null, null, null, null, null));
    }

    private Totals totals(LocalDate from, LocalDate to) {
        return asked(from, to).totals();
    }

    /** A million entries are not read for it. */
    @Test
    void a_text_in_the_hours_is_found_by_index() {
        String text = TextFilter.in("id", "activity");
        Asked asked = new Asked(null, null, null, null, null, null, null, null, null, null, null, null, "s-1");
        assertThat(HoursTable.where(asked, Sight.EVERYTHING).sql()).contains(text);
        assertThat(Plan.of(jdbc, transactions, "engagement.hours", text, "s-1")).contains("engagement_hours_text");
    }

    @Test
    void adds_up_a_year_by_month_activity_and_sponsor() {
        Engagement year = asked(on(1, 1), on(12, 31));

        assertThat(year.totals()).isEqualTo(new Totals(300, 0, 4, 2, 2));
        assertThat(year.byMonth()).hasSize(12).contains(month(5, 150), month(6, 30), month(7, 120), month(8, 0));
        assertThat(year.byActivity()).containsExactly(new ActivityLine("VISIT", 270), new ActivityLine("TRAVEL", 30));
        assertThat(year.bySponsor())
                .containsExactly(new SponsorLine("V-1", "Anna Ahorn", 180), new SponsorLine("V-2", "Bernd Birke", 120));
        assertThat(year.position()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void a_period_may_begin_and_end_within_a_month() {
        assertThat(totals(on(5, 3), on(7, 15))).isEqualTo(new Totals(300, 0, 4, 2, 2));
        assertThat(totals(on(5, 4), on(7, 14))).isEqualTo(new Totals(90, 0, 2, 1, 1));
        assertThat(totals(on(5, 31), on(6, 1))).isEqualTo(new Totals(90, 0, 2, 1, 1));
        assertThat(totals(on(5, 3), on(5, 3))).isEqualTo(new Totals(90, 0, 1, 1, 1));
        assertThat(totals(on(5, 4), on(5, 30))).isEqualTo(new Totals(0, 0, 0, 0, 0));
        assertThat(totals(on(6, 1), on(6, 30))).isEqualTo(new Totals(30, 0, 1, 1, 0));
    }

    @Test
    void without_limits_the_months_go_from_the_first_to_the_last_with_hours() {
        assertThat(asked(null, null).byMonth()).containsExactly(month(5, 150), month(6, 30), month(7, 120));
        assertThat(asked(on(4, 20), null).byMonth()).startsWith(month(4, 0)).hasSize(4);
        assertThat(asked(null, on(8, 2)).byMonth()).endsWith(month(8, 0)).hasSize(4);
    }

    @Test
    void only_what_is_approved_counts_as_approved() {
        send(approve("A-1"));
        last = send(new RevokeApproval(
                        partnership, "RV-1", "V-1", MAY, List.of("S-1"), text("sponsor", "V-1", "too early")))
                .position();
        assertThat(totals(on(5, 1), on(5, 31))).isEqualTo(new Totals(150, 60, 2, 1, 1));
    }

    @Test
    void a_correction_counts_on_its_new_day_with_its_new_minutes() {
        last = send(new CorrectHours(
                        partnership, "C-1", "V-1", MAY, "S-2", 45, on(5, 1), MEETING, text("sponsor", "V-1", "a slip")))
                .position();
        assertThat(totals(on(5, 1), on(5, 1))).isEqualTo(new Totals(45, 0, 1, 1, 1));
        assertThat(asked(on(5, 1), on(5, 31)).byActivity())
                .containsExactly(new ActivityLine("VISIT", 90), new ActivityLine("MEETING", 45));
    }

    @Test
    void what_is_returned_still_counts_and_what_is_withdrawn_does_not() {
        last = send(new ReturnHours(partnership, "R-1", "V-1", MAY, "S-1", text("sponsor", "V-1", "which day?")))
                .position();
        assertThat(totals(on(5, 1), on(5, 31))).isEqualTo(new Totals(150, 0, 2, 1, 1));
        send(withdraw("S-1"));
        last = send(withdraw("S-2")).position();
        assertThat(asked(on(5, 1), on(5, 31)).bySponsor()).isEmpty();
        assertThat(totals(on(1, 1), on(12, 31))).isEqualTo(new Totals(150, 0, 2, 2, 1));
    }

    @Test
    void knows_the_years_with_hours() {
        asked(null, null);
        assertThat(view.years(partnership)).containsExactly(2013);
    }

    @Test
    void another_partnership_sees_nothing_of_it() {
        asked(null, null);
        partnership = "p-other";
        assertThat(asked(null, null).totals()).isEqualTo(new Totals(0, 0, 0, 0, 0));
    }

    private ApproveTimesheet approve(String id) {
        return new ApproveTimesheet(partnership, id, "V-1", MAY, null, null);
    }

    private WithdrawHours withdraw(String entry) {
        return new WithdrawHours(partnership, "W-" + entry, "V-1", MAY, entry, text("sponsor", "V-1", "twice"));
    }

    private static MonthLine month(int month, long minutes) {
        return new MonthLine(YearMonth.of(2013, month), minutes);
    }
}
