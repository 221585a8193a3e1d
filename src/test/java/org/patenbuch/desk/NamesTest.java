package org.patenbuch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.kernel.Role;

/** What an entry is called where another one links to it: by its name where one may see it, else by its id alone. */
class NamesTest extends PeopleHttpTest {
    @Test
    void who_may_see_an_entry_reads_its_name_and_is_led_there() {
        String there = "/" + partnership + "/";
        String sponsorships = page(Role.COORDINATOR, "sponsorships", seen(theWholePath()));
        assertThat(sponsorships).contains(link(there + "sponsors/V-01", "Anna Ahorn"));
        assertThat(sponsorships).contains(link(there + "households/H-001", "H-001"));

        String contributions = page(Role.FINANCE, "contributions", "minPosition=" + gift());
        assertThat(contributions).contains(link(there + "partners/P-1", "Wohnbau"));
        assertThat(contributions).contains(link(there + "funds/F-1", "Topf der Anderen"));
    }

    @Test
    void a_sponsor_reads_the_id_of_a_household_and_is_led_nowhere() {
        String sponsorships = page(Role.SPONSOR, "sponsorships", seen(theWholePath()));
        assertThat(sponsorships).contains("H-001").doesNotContain("/households/H-001");
    }

    @Test
    void a_partner_reads_the_id_of_a_fund_and_is_led_nowhere() {
        String contributions = page(Role.PARTNER, "contributions", "minPosition=" + gift());
        assertThat(contributions).contains("F-1").doesNotContain("Topf der Anderen", "/funds/F-1");
    }

    private long gift() {
        send(new OpenFund(partnership, "F-1", "Topf der Anderen", "Zweck", false, null));
        return send(Samples.gift(partnership, "B-1", "F-1", "P-1", 50_00)).position();
    }

    private String page(Role role, String list, String query) {
        var answer = atThePages(as(role)).get("/" + partnership + "/" + list + "?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String link(String address, String name) {
        return "href=\"" + address + "\">" + name + "</a>";
    }
}
