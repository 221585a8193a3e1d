package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The contract's addresses, word for word. */
class MoneyApiTest extends MoneyTest {
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

    @Test
    void every_command_of_money_is_taken_at_its_address() {
        assertThat(created("partners", """
                {"id":"P-9","name":"Stiftung","kind":"FOUNDATION","roles":["FUNDER"],"since":"2013-01-01"}""")).isEqualTo("P-9");
        created("funds", """
                {"id":"F-9","name":"Neu","purpose":"Alles","restricted":false}""");
        created("funds/F-9/budget-lines", """
                {"year":2013,"category":"Sachkosten","amountCents":5000}""");
        created("pledges", """
                {"id":"Z-9","partnerId":"P-9","fundId":"F-9","amountCents":3000,"from":"2013-01-01","to":"2013-12-31",\
                "instalments":[{"dueOn":"2013-03-01","amountCents":1000},\
                {"dueOn":"2013-09-01","amountCents":2000}]}""");
        created("pledges/Z-9/amendment", """
                {"amountCents":2500,"reason":"weniger Umsatz"}""");
        created("contributions", """
                {"id":"B-9","partnerId":"P-9","fundId":"F-9","pledgeId":"Z-9","kind":"MONEY","nature":"GRANT",\
                "amountCents":900,"receivedOn":"2013-02-01","evidence":"Auszug"}""");
        created("contributions", """
                {"id":"S-9","partnerId":"P-9","fundId":"F-9","kind":"IN_KIND","nature":"GIFT","amountCents":50,\
                "receivedOn":"2013-02-01","evidence":"Räume","valuationBasis":"5 Std. zu 10,00 EUR"}""");
        created("expenses", """
                {"id":"A-9","fundId":"F-9","category":"Sachkosten","amountCents":100,"paidOn":"2013-02-02",\
                "payee":"Laden","voucher":"Beleg 1"}""");
        created("funds/F-9/transfers", """
                {"toFundId":"F-1","amountCents":200,"on":"2013-02-03","reason":"Ausgleich"}""");
        created("expenses/A-9/reversal", """
                {"reason":"doppelt"}""");
        created("contributions/S-9/reversal", """
                {"reason":"doppelt"}""");
        long position =
                post("pledges/Z-9/withdrawal", """
                {"reason":"Insolvenz"}""").body().path("position").asLong();

        JsonNode answer = get("funding?from=2013-01-01&to=2013-12-31&minPosition=" + position)
                .body();
        assertThat(answer.path("totals").toString()).isEqualTo("""
                        {"pledgedCents":900,"receivedMoneyCents":900,"receivedInKindCents":0,\
                        "receivedStaffTimeCents":0,"spentCents":0,"outstandingCents":0,"balanceCents":900}""");
        assertThat(answer.path("byFund").get(2).toString()).isEqualTo("""
                        {"fundId":"F-9","name":"Neu","receivedMoneyCents":900,"spentCents":0,"balanceCents":700}""");
        assertThat(answer.path("byMonth").get(1).toString()).isEqualTo("""
                        {"month":"2013-02","receivedMoneyCents":900,"spentCents":0}""");
        assertThat(answer.path("position").asLong()).isGreaterThanOrEqualTo(position);
        assertThat(answer.path("knownAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    }

    @Test
    void the_first_time_is_201_a_repeat_200_and_other_content_409() {
        Answer first = post("contributions", GIFT);
        Answer again = post("contributions", GIFT);
        Answer other = post("contributions", GIFT.replace("1000", "1001"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("id").asString()).isEqualTo("B-1");
        assertThat(first.header("Ledger-Position"))
                .isEqualTo(first.body().path("position").asString());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id.reused");
    }

    @Test
    void refusals_are_422_with_their_code_and_a_sentence_in_the_askers_language() {
        post("contributions", GIFT);
        Answer overdrawn = post("expenses", """
                {"fundId":"F-1","category":"Sachkosten","amountCents":250000,"paidOn":"2013-02-02","payee":"Laden",\
                "voucher":"Beleg 1"}""");

        assertThat(overdrawn.status()).isEqualTo(422);
        assertThat(overdrawn.code()).isEqualTo("fund.overdrawn");
        assertThat(overdrawn.body().path("detail").asString())
                .contains("Fund F-1 lacks")
                .contains("2,490.00")
                .contains("record a contribution");
        assertThat(overdrawn.header("Content-Type")).startsWith("application/problem+json");
        assertThat(post("contributions", GIFT.replace("P-1", "P-NONE").replace("B-1", "B-2"))
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(post("contributions", GIFT.replace("F-1", "F-NONE").replace("B-1", "B-2"))
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(post("contributions/NONE/reversal", "{\"reason\":\"x\"}").code())
                .isEqualTo("unknown-reference");
        assertThat(post("expenses/NONE/reversal", "{\"reason\":\"x\"}").code()).isEqualTo("unknown-reference");
        assertThat(post("pledges/NONE/withdrawal", "{\"reason\":\"x\"}").code()).isEqualTo("unknown-reference");
    }

    @Test
    void a_body_of_the_wrong_shape_names_every_problem_at_once() {
        Answer wrong = post("contributions", """
                {"partnerId":"P 1","kind":"GOLD","nature":"GIFT","amountCents":0,\
                "receivedOn":"15.01.2013","extra":1}""");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "partnerId", "fundId", "kind", "amountCents", "receivedOn", "evidence", "extra");
        Answer basis = post("contributions", GIFT.replace("MONEY", "IN_KIND"));
        assertThat(basis.status()).isEqualTo(400);
        assertThat(basis.body().path("errors").findValuesAsString("field")).containsExactly("valuationBasis");
    }

    private Caller caller(Role role, @Nullable String partnerId) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(address, jdbc, role, partnerId, role == Role.SPONSOR ? "V-01" : null);
    }

    private String created(String path, String body) {
        Answer reply = post(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    private Answer post(String path, String body) {
        return finance.post(path, body);
    }

    private Answer get(String path) {
        return finance.get(path);
    }
}
