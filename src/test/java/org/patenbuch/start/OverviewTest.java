package org.patenbuch.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;

class OverviewTest {
    @ParameterizedTest
    @EnumSource(names = {"COORDINATOR", "AUDITOR"})
    void shows_all_of_both_views_to_those_who_see_the_whole_partnership(Role role) {
        Overview seen = seenBy(role);

        assertThat(seen.funding()).isEqualTo(Sample.funding());
        assertThat(seen.engagement()).isEqualTo(Sample.engagement());
        assertThat(seen.ownMoney()).isNull();
        assertThat(seen.ownHours()).isNull();
    }

    @Test
    void shows_finance_the_money_and_of_the_hours_no_person() {
        Overview seen = seenBy(Role.FINANCE);

        assertThat(seen.funding()).isEqualTo(Sample.funding());
        assertThat(seen.engagement().totals()).isEqualTo(Sample.engagement().totals());
        assertThat(seen.engagement().bySponsor()).isEmpty();
    }

    @Test
    void shows_a_partner_its_own_line_and_sums_without_names() {
        Overview seen = seenBy(Role.PARTNER);

        assertThat(seen.funding()).isNull();
        assertThat(seen.ownMoney().partnerId()).isEqualTo("P-SPK");
        assertThat(seen.ownMoney().receivedMoneyCents()).isEqualTo(612_655);
        assertThat(seen.engagement().bySponsor()).isEmpty();
    }

    @Test
    void shows_a_sponsor_the_own_hours_and_nothing_else() {
        Overview seen = seenBy(Role.SPONSOR);

        assertThat(seen)
                .isEqualTo(new Overview(null, null, null, new Engagement.SponsorLine("V-01", "Anna Ahorn", 4_215)));
    }

    @Test
    void does_not_even_ask_the_views_for_whoever_looks_after_users() {
        Overview seen = Overview.of(
                who(Role.ADMIN),
                () -> {
                    throw new AssertionError("asked for money");
                },
                () -> {
                    throw new AssertionError("asked for hours");
                });

        assertThat(seen.isEmpty()).isTrue();
    }

    @Test
    void shows_a_partner_that_gave_nothing_this_year_nothing_of_anyone_elses() {
        Who stranger = new Who("rosenstadt", "someone", EnumSet.of(Role.PARTNER), "P-NEW", null);

        Funding.PartnerLine own =
                Overview.of(stranger, Sample::funding, Sample::engagement).ownMoney();

        assertThat(own).isEqualTo(new Funding.PartnerLine("P-NEW", "", 0, 0, 0, 0));
    }

    @Test
    void shows_someone_with_several_roles_what_the_widest_of_them_sees() {
        Who both = new Who("rosenstadt", "someone", Set.of(Role.SPONSOR, Role.COORDINATOR), null, "V-01");

        assertThat(Overview.of(both, Sample::funding, Sample::engagement).funding())
                .isNotNull();
    }

    private static Overview seenBy(Role role) {
        return Overview.of(who(role), Sample::funding, Sample::engagement);
    }

    private static Who who(Role role) {
        return new Who(
                "rosenstadt",
                "someone",
                EnumSet.of(role),
                role == Role.PARTNER ? "P-SPK" : null,
                role == Role.SPONSOR ? "V-01" : null);
    }
}
