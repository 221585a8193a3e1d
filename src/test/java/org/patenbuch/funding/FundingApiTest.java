package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The questions of the contract, word for word, and who is answered. */
class FundingApiTest extends MoneyTest {
    private static final String GIFT = """
            {"id":"B-1","partnerId":"P-1","fundId":"F-1","kind":"MONEY","nature":"GIFT","amountCents":1000,\
            "receivedOn":"2013-01-15","evidence":"Kontoauszug 2013/01"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller finance;

    @BeforeEach
    void books() {
        finance = caller(Role.FINANCE, null);
        partner("P-1");
        partner("P-2");
        fund("F-1", true);
        fund("F-2", false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "funding?from=2013-12-31&to=2013-01-01|to",
                "funding?from=31.02.2013|from",
                "funding?from=gestern|from",
                "funding/outlook?to=31.02.2013|to",
                "contributions?limit=0|limit",
                "contributions?limit=501|limit",
                "contributions?limit=viele|limit",
                "contributions?after=!!|after",
                "contributions?after=Zm9v|after",
                "expenses?atPosition=-1|atPosition",
                "pledges?knownAt=gestern|knownAt",
                "funds?atPosition=1&knownAt=2026-01-01T00:00:00Z|knownAt",
            })
    void a_wrong_question_is_400_and_says_where(String question, String field) {
        Answer reply = get(question);

        assertThat(reply.status()).as(question).isEqualTo(400);
        assertThat(reply.body().path("errors").findValuesAsString("field")).contains(field);
    }

    @Test
    void a_question_ahead_of_the_view_waits_and_is_then_503() {
        assertThat(get("funding?atPosition=999999999999").status()).isEqualTo(503);
    }

    @Test
    void each_list_has_items_next_position_and_knows_single_things() {
        long position = post("contributions", GIFT).body().path("position").asLong();

        JsonNode page = get("contributions?limit=1&minPosition=" + position).body();
        assertThat(page.path("items").get(0).toString()).isEqualTo("""
                        {"id":"B-1","partnerId":"P-1","fundId":"F-1","kind":"MONEY","nature":"GIFT",\
                        "amountCents":1000,"receivedOn":"2013-01-15","evidence":"Kontoauszug 2013/01",\
                        "reversed":false,"remainingCents":1000,"files":[]}""");
        assertThat(page.propertyNames()).contains("items", "position", "knownAt");
        JsonNode one = get("contributions/B-1").body();
        assertThat(one.path("remainingCents").asLong()).isEqualTo(1000);
        assertThat(one.path("position").asLong()).isGreaterThanOrEqualTo(position);
        for (String list : new String[] {"partners", "funds", "pledges", "contributions", "expenses", "proposals"}) {
            assertThat(get(list).status()).as(list).isEqualTo(200);
            assertThat(get(list + "/NONE").status()).as(list).isEqualTo(404);
        }
        assertThat(get("partners?limit=1").body().path("next").asString()).isNotEmpty();
    }

    @Test
    void a_partner_sees_its_own_money_and_sends_nothing() {
        post("contributions", GIFT);
        long position = post("contributions", GIFT.replace("B-1", "B-2").replace("P-1", "P-2"))
                .body()
                .path("position")
                .asLong();
        Caller partner = caller(Role.PARTNER, "P-2");

        JsonNode funding = partner.get("funding?minPosition=" + position).body();
        assertThat(funding.path("byPartner").findValuesAsString("partnerId")).containsExactly("P-2");
        assertThat(funding.path("totals").path("receivedMoneyCents").asLong()).isEqualTo(1000);
        assertThat(funding.path("byFund")).isEmpty();
        assertThat(partner.get("contributions").body().path("items").findValuesAsString("id"))
                .containsExactly("B-2");
        assertThat(partner.get("contributions?partnerId=P-1").body().path("items"))
                .isEmpty();
        assertThat(partner.get("contributions/B-1").status()).isEqualTo(404);
        assertThat(partner.get("contributions/B-2").status()).isEqualTo(200);
        assertThat(partner.get("pledges").status()).isEqualTo(200);
        for (String shut : new String[] {
            "funds", "expenses", "partners", "expenses/A-1", "funds/F-1", "funding/outlook", "proposals"
        }) {
            assertThat(partner.get(shut).status()).as(shut).isEqualTo(403);
        }
        assertThat(partner.post("contributions", GIFT).status()).isEqualTo(403);
        assertThat(partner.post("contributions/B-1/reversal", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(partner.post("contributions/NONE/reversal", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPONSOR", "ADMIN"})
    void sponsors_and_administrators_are_told_nothing_of_money(Role role) {
        Caller someone = caller(role, null);

        for (String shut :
                new String[] {"funding", "funding/outlook", "partners", "funds", "pledges", "contributions", "expenses"
                }) {
            assertThat(someone.get(shut).status()).as(shut).isEqualTo(403);
        }
    }

    @Test
    void a_stranger_to_the_partnership_is_told_that_there_is_none() {
        String theirs = partnership + "-other";
        send(new FoundPartnership(theirs, "Andere"), new Who(theirs, "tester", Set.of(Role.ADMIN), null, null));

        jdbc.sql("UPDATE membership SET partnership = ? WHERE partnership = ?")
                .params(theirs, partnership)
                .update();

        assertThat(get("funding").status()).isEqualTo(404);
    }

    private Caller caller(Role role, @Nullable String partnerId) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(address, jdbc, role, partnerId, role == Role.SPONSOR ? "V-01" : null);
    }

    private Answer post(String path, String body) {
        return finance.post(path, body);
    }

    private Answer get(String path) {
        return finance.get(path);
    }
}
