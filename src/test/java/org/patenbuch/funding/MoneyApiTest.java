package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's addresses, word for word. */
class MoneyApiTest extends MoneyTest {
    private static final String PASSWORD = "Rosen blühen im Juni";
    private static final String HASH = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String GIFT = """
            {"id":"B-1","partnerId":"P-1","fundId":"F-1","kind":"MONEY","nature":"GIFT","amountCents":1000,\
            "receivedOn":"2013-01-15","evidence":"Kontoauszug 2013/01"}""";

    private record Reply(int status, JsonNode body, HttpResponse<String> response) {
        String code() {
            return body.path("code").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private String finance;

    @BeforeEach
    void books() {
        finance = user("FINANCE", null);
        partner("P-1");
        partner("P-2");
        fund("F-1", true);
        fund("F-2", false);
    }

    @Test
    void every_command_of_money_is_taken_at_its_address() {
        assertThat(created("partners", """
                {"id":"P-9","name":"Stiftung","kind":"FOUNDATION","roles":["FUNDER","GRANT_GIVER"],"since":"2013-01-01"}""")).isEqualTo("P-9");
        created("funds", """
                {"id":"F-9","name":"Neu","purpose":"Alles","restricted":false}""");
        created("funds/F-9/budget-lines", """
                {"year":2013,"category":"Sachkosten","amountCents":5000}""");
        created("pledges", """
                {"id":"Z-9","partnerId":"P-9","fundId":"F-9","amountCents":3000,"from":"2013-01-01","to":"2013-12-31",\
                "instalments":[{"dueOn":"2013-03-01","amountCents":1000},{"dueOn":"2013-09-01","amountCents":2000}]}""");
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
        Reply first = post("contributions", GIFT);
        Reply again = post("contributions", GIFT);
        Reply other = post("contributions", GIFT.replace("1000", "1001"));

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
        Reply overdrawn = post("expenses", """
                {"fundId":"F-1","category":"Sachkosten","amountCents":250000,"paidOn":"2013-02-02","payee":"Laden",\
                "voucher":"Beleg 1"}""");

        assertThat(overdrawn.status()).isEqualTo(422);
        assertThat(overdrawn.code()).isEqualTo("fund.overdrawn");
        assertThat(overdrawn.body().path("detail").asString())
                .contains("Im Topf F-1 fehlen am 02.02.2013 2.490,00")
                .contains("Beitrag erfassen");
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
        Reply wrong = post("contributions", """
                {"partnerId":"P 1","kind":"GOLD","nature":"GIFT","amountCents":0,"receivedOn":"15.01.2013","extra":1}""");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "partnerId", "fundId", "kind", "amountCents", "receivedOn", "evidence", "extra");
        Reply basis = post("contributions", GIFT.replace("MONEY", "IN_KIND"));
        assertThat(basis.status()).isEqualTo(400);
        assertThat(basis.body().path("errors").findValuesAsString("field")).containsExactly("valuationBasis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "funding?from=2013-12-31&to=2013-01-01|to",
                "funding?from=31.02.2013|from",
                "funding?from=gestern|from",
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
        Reply reply = get(question);

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
                        "reversed":false,"remainingCents":1000}""");
        assertThat(page.propertyNames()).contains("items", "position", "knownAt");
        JsonNode one = get("contributions/B-1").body();
        assertThat(one.path("remainingCents").asLong()).isEqualTo(1000);
        assertThat(one.path("position").asLong()).isGreaterThanOrEqualTo(position);
        for (String list : new String[] {"partners", "funds", "pledges", "contributions", "expenses"}) {
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
        String partner = user("PARTNER", "P-2");

        JsonNode funding = get(partner, "funding?minPosition=" + position).body();
        assertThat(funding.path("byPartner").findValuesAsString("partnerId")).containsExactly("P-2");
        assertThat(funding.path("totals").path("receivedMoneyCents").asLong()).isEqualTo(1000);
        assertThat(funding.path("byFund")).isEmpty();
        assertThat(get(partner, "contributions").body().path("items").findValuesAsString("id"))
                .containsExactly("B-2");
        assertThat(get(partner, "contributions?partnerId=P-1").body().path("items"))
                .isEmpty();
        assertThat(get(partner, "contributions/B-1").status()).isEqualTo(404);
        assertThat(get(partner, "contributions/B-2").status()).isEqualTo(200);
        assertThat(get(partner, "pledges").status()).isEqualTo(200);
        for (String shut : new String[] {"funds", "expenses", "partners", "expenses/A-1", "funds/F-1"}) {
            assertThat(get(partner, shut).status()).as(shut).isEqualTo(403);
        }
        assertThat(post(partner, "contributions", GIFT).status()).isEqualTo(403);
        assertThat(post(partner, "contributions/B-1/reversal", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(post(partner, "contributions/NONE/reversal", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPONSOR", "ADMIN"})
    void sponsors_and_administrators_are_told_nothing_of_money(String role) {
        String someone = user(role, null);

        for (String shut : new String[] {"funding", "partners", "funds", "pledges", "contributions", "expenses"}) {
            assertThat(get(someone, shut).status()).as(shut).isEqualTo(403);
        }
    }

    @Test
    void a_stranger_to_the_partnership_is_told_that_there_is_none() {
        partnership = partnership + "-other";
        send(new FoundPartnership(partnership, "Andere"));

        assertThat(get("funding").status()).isEqualTo(404);
    }

    private String user(String role, @Nullable String partnerId) {
        String login = role.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        jdbc.sql("INSERT INTO users (user_id, login, password_hash) VALUES (?, ?, ?)")
                .params(login, login, HASH)
                .update();
        jdbc.sql("INSERT INTO membership (user_id, partnership, role, partner_id, sponsor_id) VALUES (?, ?, ?, ?, ?)")
                .params(login, partnership, role, partnerId, role.equals("SPONSOR") ? "V-01" : null)
                .update();
        return login;
    }

    private String created(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    private Reply post(String path, String body) {
        return post(finance, path, body);
    }

    private Reply post(String user, String path, String body) {
        return send(
                user,
                path,
                request -> request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Reply get(String path) {
        return get(finance, path);
    }

    private Reply get(String user, String path) {
        return send(user, path, request -> request.GET());
    }

    private Reply send(String user, String path, UnaryOperator<HttpRequest.Builder> how) {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/" + partnership + "/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + login)
                .header("Accept-Language", "de");
        try {
            HttpResponse<String> response = HTTP.send(how.apply(request).build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
