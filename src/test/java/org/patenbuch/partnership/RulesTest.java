package org.patenbuch.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.LedgerTest;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.springframework.beans.factory.annotation.Autowired;

class RulesTest extends LedgerTest {
    private static final LocalDate NEW_YEAR_2013 = LocalDate.of(2013, 1, 1);

    @Autowired
    private Rules rules;

    @Test
    void a_day_is_judged_by_the_rule_of_that_day() {
        set("R-1", 4, NEW_YEAR_2013, null);
        set("R-2", 2, NEW_YEAR_2013.plusYears(1), null);

        assertThat(capacityOn(NEW_YEAR_2013.minusDays(1))).isEqualTo(3);
        assertThat(capacityOn(NEW_YEAR_2013)).isEqualTo(4);
        assertThat(capacityOn(NEW_YEAR_2013.plusYears(1).minusDays(1))).isEqualTo(4);
        assertThat(capacityOn(NEW_YEAR_2013.plusYears(1))).isEqualTo(2);
    }

    @Test
    void of_two_rules_for_the_same_day_the_later_set_holds() {
        set("R-1", 4, NEW_YEAR_2013, null);
        set("R-2", 5, NEW_YEAR_2013, null);

        assertThat(capacityOn(NEW_YEAR_2013)).isEqualTo(5);
    }

    @Test
    void a_funders_own_rule_goes_before_the_general_one_and_touches_no_other_funder() {
        send(new RegisterPartner(
                partnership, "P-LKR", "Landkreis", PartnerEvent.Kind.PUBLIC_BODY, List.of(), NEW_YEAR_2013));
        set("R-1", 4, NEW_YEAR_2013, null);
        set("R-2", 7, NEW_YEAR_2013, "P-LKR");

        assertThat(rules.on(NEW_YEAR_2013, partnership, Rule.SPONSOR_CAPACITY, "P-LKR"))
                .isEqualTo(7);
        assertThat(rules.on(NEW_YEAR_2013, partnership, Rule.SPONSOR_CAPACITY, "P-SPK"))
                .isEqualTo(4);
        assertThat(capacityOn(NEW_YEAR_2013)).isEqualTo(4);
    }

    private long capacityOn(LocalDate day) {
        return rules.on(day, partnership, Rule.SPONSOR_CAPACITY);
    }

    private void set(String id, long value, LocalDate validFrom, String funder) {
        send(new SetRule(partnership, id, Rule.SPONSOR_CAPACITY, value, validFrom, funder));
    }
}
