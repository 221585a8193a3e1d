package org.patenbuch.pledge;

import static org.patenbuch.pledge.Promised.FIRST;
import static org.patenbuch.pledge.Promised.LAST;
import static org.patenbuch.pledge.Promised.due;
import static org.patenbuch.pledge.Promised.made;
import static org.patenbuch.pledge.Promised.pledge;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeEvent.Instalment;

class MakePledgeTest {
    @Test
    void a_pledge_may_be_due_in_instalments() {
        pledge().when(make(due(3, 60_000), due(9, 40_000))).then(made(due(3, 60_000), due(9, 40_000)));
    }

    @Test
    void a_pledge_needs_no_instalments() {
        pledge().when(make()).then(made());
    }

    @Test
    void refuses_instalments_that_do_not_add_up() {
        pledge().when(make(due(3, 60_000), due(9, 39_999))).refused("pledge.instalments-differ");
    }

    @Test
    void refuses_an_instalment_of_nothing() {
        pledge().when(make(due(3, 100_000), due(9, 0))).refused("money.amount");
    }

    @Test
    void refuses_a_partner_or_fund_that_is_not_there() {
        pledge().when(make("P-NONE", "F-QUA", 100_000, FIRST, LAST)).refused("unknown-reference");
        pledge().when(make("P-SPK", "F-NONE", 100_000, FIRST, LAST)).refused("unknown-reference");
        pledge().when(make("F-QUA", "P-SPK", 100_000, FIRST, LAST)).refused("unknown-reference");
    }

    @Test
    void refuses_a_fund_that_is_closed() {
        pledge().when(make("P-SPK", "F-ZU", 100_000, FIRST, LAST)).refused("fund.closed");
    }

    @Test
    void refuses_an_end_before_the_start() {
        pledge().when(make("P-SPK", "F-QUA", 100_000, LAST, FIRST)).refused("pledge.ends-before-start");
    }

    @Test
    void refuses_an_amount_of_nothing() {
        pledge().when(make("P-SPK", "F-QUA", 0, FIRST, LAST)).refused("money.amount");
    }

    @Test
    void refuses_days_no_calendar_needs() {
        pledge().when(make("P-SPK", "F-QUA", 1, LocalDate.of(1899, 1, 1), LAST)).refused("money.day");
        pledge().when(make("P-SPK", "F-QUA", 1, FIRST, LocalDate.of(2200, 1, 1)))
                .refused("money.day");
    }

    @Test
    void refuses_to_begin_in_a_locked_period() {
        pledge().when(make("P-SPK", "F-QUA", 100_000, LocalDate.of(2011, 1, 1), LAST))
                .refused("period.locked");
    }

    private static MakePledge make(Instalment... instalments) {
        return new MakePledge(
                Given.PARTNERSHIP, "Z-1", "P-SPK", "F-QUA", 100_000, FIRST, LAST, List.of(instalments), null);
    }

    private static MakePledge make(String partner, String fund, long cents, LocalDate from, LocalDate to) {
        return new MakePledge(Given.PARTNERSHIP, "Z-1", partner, fund, cents, from, to, List.of(), null);
    }
}
