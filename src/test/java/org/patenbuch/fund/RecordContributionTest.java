package org.patenbuch.fund;

import static org.patenbuch.fund.Rosenstadt.JANUARY;
import static org.patenbuch.fund.Rosenstadt.fund;
import static org.patenbuch.fund.Rosenstadt.opened;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.Given;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.FundClosed;
import org.patenbuch.fund.FundEvent.Nature;

class RecordContributionTest {
    @Test
    void money_that_keeps_a_promise_is_recorded() {
        fund(opened())
                .when(money("P-SPK", "Z-1", 125_000, JANUARY))
                .then(Rosenstadt.contribution("B-1", ContributionKind.MONEY, JANUARY, 125_000, "Z-1"));
    }

    @Test
    void something_in_kind_is_recorded_with_the_basis_of_its_value() {
        String basis = "96 Std. zu 15,00 EUR";
        fund(opened())
                .when(new RecordContribution(
                        Given.PARTNERSHIP,
                        "S-1",
                        "F-KOO",
                        "P-SPK",
                        null,
                        ContributionKind.IN_KIND,
                        Nature.GIFT,
                        144_000,
                        JANUARY,
                        "Raumnutzung",
                        basis,
                        null))
                .then(new ContributionRecorded(
                        "S-1",
                        "F-KOO",
                        "P-SPK",
                        null,
                        ContributionKind.IN_KIND,
                        Nature.GIFT,
                        144_000,
                        JANUARY,
                        "Raumnutzung",
                        basis));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refuses_an_amount_that_is_none(long cents) {
        fund(opened()).when(money("P-SPK", null, cents, JANUARY)).refused("money.amount");
    }

    @Test
    void the_smallest_and_the_largest_amount_are_taken() {
        fund(opened()).when(money("P-SPK", null, 1, JANUARY)).then(Rosenstadt.money("B-1", JANUARY, 1));
        fund(opened())
                .when(money("P-SPK", null, 999_999_999_999L, JANUARY))
                .then(Rosenstadt.money("B-1", JANUARY, 999_999_999_999L));
    }

    @Test
    void refuses_a_day_still_to_come() {
        fund(opened())
                .when(money("P-SPK", null, 100, Rosenstadt.TODAY.plusDays(1)))
                .refused("money.future");
        fund(opened())
                .when(money("P-SPK", null, 100, Rosenstadt.TODAY))
                .then(Rosenstadt.money("B-1", Rosenstadt.TODAY, 100));
    }

    @Test
    void refuses_a_day_before_1900() {
        fund(opened())
                .when(money("P-SPK", null, 100, LocalDate.of(1899, 12, 31)))
                .refused("money.day");
    }

    @Test
    void refuses_a_partner_who_is_not_there() {
        fund(opened()).when(money("P-NONE", null, 100, JANUARY)).refused("unknown-reference");
    }

    @Test
    void refuses_what_the_register_of_pledges_refuses() {
        fund(opened()).when(money("P-SPK", "Z-WITHDRAWN", 100, JANUARY)).refused("pledge.withdrawn");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        fund(opened()).when(money("P-SPK", null, 100, Rosenstadt.LOCKED)).refused("period.locked");
    }

    @Test
    void refuses_a_fund_that_is_closed() {
        fund(opened(), new FundClosed("F-KOO", "zusammengelegt"))
                .when(money("P-SPK", null, 100, JANUARY))
                .refused("fund.closed");
    }

    private static RecordContribution money(String partner, @Nullable String pledge, long cents, LocalDate receivedOn) {
        return new RecordContribution(
                Given.PARTNERSHIP,
                "B-1",
                "F-KOO",
                partner,
                pledge,
                ContributionKind.MONEY,
                Nature.GIFT,
                cents,
                receivedOn,
                "Kontoauszug 1",
                null,
                null);
    }
}
