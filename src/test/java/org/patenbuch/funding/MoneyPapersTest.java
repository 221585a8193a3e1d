package org.patenbuch.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.Found;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands around the money: files, links, proposals, plans, the end of a fund; and that every euro is there. */
class MoneyPapersTest extends MoneyTest {
    private static final byte[] PDF = "%PDF-1.7 a voucher".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 20 * 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EveryEuro everyEuro;

    private Caller finance;

    @BeforeEach
    void books() {
        finance = caller(Role.FINANCE, null);
        partner("P-1");
        partner("P-2");
        fund("F-1", false);
        give("B-1", "P-1", "F-1", null, day(1, 10), 1_000);
        pay("A-1", "F-1", day(2, 1), 400);
    }

    @Test
    void a_file_is_kept_byte_for_byte_and_its_sum_is_in_the_journal() {
        Answer kept = finance.upload("expenses/A-1/files?id=D-1", PDF, "beleg.exe");

        assertThat(kept.status()).isEqualTo(201);
        Answer expense = finance.get("expenses/A-1?minPosition=" + kept.at("/position"));
        assertThat(expense.at("/files/0/id")).isEqualTo("D-1");
        assertThat(expense.at("/files/0/mediaType")).isEqualTo("application/pdf");
        String sum = expense.at("/files/0/sha256");
        assertThat(payload("FileAttached")).contains(sum).contains("\"sizeBytes\":" + PDF.length);
        var file = finance.bytes("files/D-1");
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"D-1.pdf\"");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(finance.get("expenses/A-1?atPosition=" + (Long.parseLong(kept.at("/position")) - 1))
                        .at("/files/0/id"))
                .isNull();
        assertThat(everyEuro.look().findings()).noneMatch(told -> told.contains(partnership));
        tamper("UPDATE funding.file SET sha256 = 'x' || sha256 WHERE partnership = ?");
        assertThat(everyEuro.look().findings()).anyMatch(told -> told.contains(partnership + "/D-1"));
        tamper("UPDATE funding.file SET sha256 = substr(sha256, 2) WHERE partnership = ?");

        assertThat(jdbc.sql("SELECT position('voucher'::bytea IN content) FROM file_content WHERE partnership = ?")
                        .param(partnership)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_file_sent_twice_is_kept_once() {
        Answer first = finance.upload("contributions/B-1/files?id=D-1", PDF, "a.pdf");
        Answer again = finance.upload("contributions/B-1/files?id=D-1", PDF, "b.pdf");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/position")).isEqualTo(first.at("/position"));
        byte[] other = "%PDF-1.7 another".getBytes(StandardCharsets.US_ASCII);
        assertThat(finance.upload("contributions/B-1/files?id=D-1", other, "a.pdf")
                        .code())
                .isEqualTo("id.reused");
        assertThat(jdbc.sql("SELECT count(*) FROM file_content WHERE partnership = ?")
                        .param(partnership)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void pictures_are_taken_up_to_the_limit_and_what_is_no_picture_is_not() {
        byte[] png = Arrays.copyOf(HexFormat.of().parseHex("89504e470d0a1a0a"), MOST);
        byte[] jpeg = HexFormat.of().parseHex("ffd8ffe000104a464946");

        assertThat(finance.upload("expenses/A-1/files", png, "a.png").status()).isEqualTo(201);
        assertThat(finance.upload("expenses/A-1/files", jpeg, "a").status()).isEqualTo(201);
        refused(413, "too-large", finance.upload("expenses/A-1/files", Arrays.copyOf(png, MOST + 1), "a.png"));
        refused(415, "file.unsupported", finance.upload("expenses/A-1/files", "PK..".getBytes(), "a.pdf"));
        refused(415, "file.unsupported", finance.upload("expenses/A-1/files", "<svg/>".getBytes(), "a.svg"));
        refused(400, "file.empty", finance.upload("expenses/A-1/files", new byte[0], "a.pdf"));
        refused(422, "unknown-reference", finance.upload("expenses/NONE/files", PDF, "a.pdf"));
        refused(400, "form.invalid", finance.upload("expenses/A-1/files?id=a%20b", PDF, "a.pdf"));
        refused(415, "media-type", finance.post("expenses/A-1/files", "{}"));
    }

    @Test
    void who_may_not_spend_keeps_no_files_and_a_partner_reads_its_own_evidence_only() {
        finance.upload("contributions/B-1/files?id=D-1", PDF, "a.pdf");
        finance.upload("expenses/A-1/files?id=D-2", PDF, "a.pdf");

        for (Role role : List.of(Role.COORDINATOR, Role.AUDITOR, Role.SPONSOR, Role.ADMIN)) {
            refused(403, "forbidden", caller(role, null).upload("expenses/A-1/files", PDF, "a.pdf"));
        }
        assertThat(caller(Role.AUDITOR, null).bytes("files/D-2").statusCode()).isEqualTo(200);
        assertThat(caller(Role.PARTNER, "P-1").bytes("files/D-1").statusCode()).isEqualTo(200);
        assertThat(caller(Role.PARTNER, "P-1").bytes("files/D-2").statusCode()).isEqualTo(404);
        assertThat(caller(Role.PARTNER, "P-2").bytes("files/D-1").statusCode()).isEqualTo(404);
        assertThat(caller(Role.SPONSOR, null).bytes("files/D-1").statusCode()).isEqualTo(403);
        assertThat(finance.bytes("files/NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void expenses_without_a_voucher_are_a_list() {
        pay("A-2", "F-1", day(2, 2), 100);
        pay("A-3", "F-1", day(2, 3), 100);
        unpay("A-3", "F-1");
        String position = finance.upload("expenses/A-1/files", PDF, "a.pdf").at("/position");

        assertThat(finance.get("expenses?status=VOUCHER_MISSING&minPosition=" + position)
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly("A-2");
    }

    @Test
    void what_came_unannounced_is_linked_to_its_pledge_once_and_counts_there() {
        pledge("Z-1", "P-1", "F-1", JANUARY, 1_500);
        pledge("Z-2", "P-2", "F-1", JANUARY, 1_500);
        pledge("Z-3", "P-1", "F-1", JANUARY, 1_500);
        withdraw("Z-3");
        long before = last.position();

        refused(422, "pledge.of-another-partner", link("B-1", "Z-2"));
        refused(422, "pledge.withdrawn", link("B-1", "Z-3"));
        refused(422, "unknown-reference", link("B-1", "Z-9"));
        refused(422, "unknown-reference", link("B-9", "Z-1"));
        refused(403, "forbidden", caller(Role.COORDINATOR, null).post("contributions/B-1/link", "{'pledgeId':'Z-1'}"));
        Answer linked = link("B-1", "Z-1");
        refused(422, "contribution.already-linked", link("B-1", "Z-1"));

        String now = "?minPosition=" + linked.at("/position");
        assertThat(finance.get("contributions/B-1" + now).at("/pledgeId")).isEqualTo("Z-1");
        assertThat(finance.get("pledges/Z-1" + now).at("/outstandingCents")).isEqualTo("500");
        assertThat(finance.get("pledges/Z-1?atPosition=" + before).at("/outstandingCents"))
                .isEqualTo("1500");
        assertThat(finance.get("contributions/B-1?atPosition=" + before).at("/pledgeId"))
                .isNull();
        refused(
                422,
                "pledge.below-received",
                finance.post("pledges/Z-1/amendment", "{'amountCents':900,'reason':'x'}"));

        unpay("A-1", "F-1");
        takeBack("B-1", "F-1");
        assertThat(finance.get("pledges/Z-1?minPosition=" + last.position()).at("/outstandingCents"))
                .isEqualTo("1500");
        refused(422, "contribution.already-reversed", link("B-1", "Z-1"));
        assertThat(everyEuro.look().findings()).noneMatch(told -> told.contains(partnership));
    }

    @Test
    void a_fund_is_closed_only_when_it_is_empty_and_then_takes_nothing() {
        fund("F-2", false);
        refused(422, "fund.not-empty", finance.post("funds/F-1/closing", "{'reason':'fertig'}"));
        move("F-1", "F-2", day(3, 1), 600);
        assertThat(finance.post("funds/F-1/closing", "{'reason':'fertig'}").status())
                .isEqualTo(201);

        refused(422, "fund.closed", finance.post("funds/F-1/closing", "{'reason':'noch einmal'}"));
        refused(422, "fund.closed", finance.post("expenses/A-1/reversal", "{'reason':'x'}"));
        refused(422, "fund.closed", finance.post("contributions", """
                {'partnerId':'P-1','fundId':'F-1','kind':'MONEY','nature':'GIFT','amountCents':1,\
                'receivedOn':'2013-04-01','evidence':'x'}"""));
        refused(422, "fund.closed", finance.post("funds/F-2/transfers", """
                {'toFundId':'F-1','amountCents':1,'on':'2013-04-01','reason':'x'}"""));
        fund("F-3", false);
        String now = "&minPosition=" + last.position();
        assertThat(finance.get("funds?status=CLOSED" + now).body().path("items").findValuesAsString("id"))
                .containsExactly("F-1");
        assertThat(finance.get("funding/outlook?to=2013-12-31" + now)
                        .body()
                        .path("funds")
                        .findValuesAsString("fundId"))
                .containsExactly("F-2", "F-3");
    }

    @Test
    void the_coordinator_proposes_and_finance_decides_once() {
        Caller coordinator = caller(Role.COORDINATOR, null);
        String proposal = """
                {'id':'V-1','fundId':'F-1','category':'Sachkosten','amountCents':250,'paidOn':'2013-03-01',\
                'payee':'Laden','voucher':'Bon'}""";
        assertThat(coordinator.post("proposals", proposal).status()).isEqualTo(201);
        assertThat(coordinator.post("proposals", proposal).status()).isEqualTo(200);
        assertThat(coordinator.post("proposals", proposal.replace("V-1", "V-2")).status())
                .isEqualTo(201);
        refused(
                422,
                "unknown-reference",
                coordinator.post("proposals", proposal.replace("V-1", "V-3").replace("F-1", "F-9")));
        refused(403, "forbidden", coordinator.post("proposals/V-1/acceptance", "{}"));
        refused(403, "forbidden", coordinator.post("proposals/NONE/acceptance", "{}"));
        refused(403, "forbidden", coordinator.post("expenses", proposal));
        refused(403, "forbidden", caller(Role.AUDITOR, null).post("proposals", proposal));

        Answer accepted = finance.post("proposals/V-1/acceptance", "{}");
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.at("/id")).isEqualTo("A-V-1");
        assertThat(finance.post("proposals/V-1/acceptance", "{}").status()).isEqualTo(200);
        refused(422, "proposal.decided", finance.post("proposals/V-1/refusal", "{'reason':'x'}"));
        assertThat(finance.post("proposals/V-2/refusal", "{'reason':'zu teuer'}")
                        .status())
                .isEqualTo(201);
        refused(422, "proposal.decided", finance.post("proposals/V-2/acceptance", "{}"));
        refused(422, "unknown-reference", finance.post("proposals/NONE/acceptance", "{}"));
        fund("F-2", true);

        String now = "&minPosition=" + last.position();
        assertThat(finance.get("proposals?status=ACCEPTED" + now).at("/items/0/expenseId"))
                .isEqualTo("A-V-1");
        assertThat(finance.get("proposals?status=DECLINED" + now).at("/items/0/answer"))
                .isEqualTo("zu teuer");
        assertThat(finance.get("proposals?status=OPEN" + now).body().path("items"))
                .isEmpty();
        assertThat(finance.get("expenses").body().path("items").findValuesAsString("id"))
                .containsExactly("A-1", "A-V-1");
    }

    @Test
    void before_an_expense_is_recorded_it_is_said_what_it_does_to_the_plan() {
        finance.post("funds/F-1/budget-lines", "{'year':2013,'category':'Sachkosten','amountCents':500}");
        String planned = finance.post("funds/F-1/budget-lines", "{'year':2013,'category':'Personal','amountCents':900}")
                .at("/position");

        Answer budget = finance.get("funds/F-1/budget?to=2013-12-31&minPosition=" + planned);
        assertThat(budget.at("/plannedCents")).isEqualTo("1400");
        assertThat(budget.body().path("lines").get(1).toString()).isEqualTo("""
                {"category":"Sachkosten","plannedCents":500,"spentCents":400,"leftCents":100,"standing":"WITHIN"}""");
        String check = "funds/F-1/budget/check?category=Sachkosten&paidOn=2013-05-01&amountCents=";
        assertThat(finance.get(check + "100").at("/standing")).isEqualTo("WITHIN");
        assertThat(finance.get(check + "200").at("/standing")).isEqualTo("SAVE_ELSEWHERE");
        assertThat(finance.get(check + "201").at("/standing")).isEqualTo("CHANGE_FIRST");
        assertThat(finance.get(check.replace("2013-05", "2014-05") + "1").at("/standing"))
                .isEqualTo("NO_PLAN");
        for (String wrong : List.of("0", "-1", "9223372036854775807")) {
            refused(422, "money.amount", finance.get(check + wrong));
        }
        refused(400, "form.invalid", finance.get(check + "x"));
        refused(400, "form.invalid", finance.get(check.replace("2013-05-01", "gestern") + "1"));
        refused(422, "money.day", finance.get(check.replace("2013-05-01", "9999-12-31") + "1"));
        refused(404, "not-found", finance.get(check.replace("F-1", "F-9") + "1"));
        refused(404, "not-found", finance.get("funds/F-9/budget"));
        refused(403, "forbidden", caller(Role.PARTNER, "P-1").get("funds/F-1/budget"));
    }

    @Test
    void a_cent_that_is_missing_anywhere_is_found() {
        fund("F-2", false);
        now(null, null);
        Found good = everyEuro.look();
        assertThat(good.findings()).noneMatch(told -> told.contains(partnership));
        assertThat(good.lookedAt()).isPositive();
        for (String wrong : List.of(
                "UPDATE funding.expense_part SET amount_cents = amount_cents - 1 WHERE partnership = ?",
                "UPDATE funding.fund_month SET spent_cents = spent_cents + 1 WHERE partnership = ?",
                "UPDATE funding.contribution SET amount_cents = 1 WHERE partnership = ?")) {
            String right = wrong.contains("- 1")
                    ? wrong.replace("- 1", "+ 1")
                    : wrong.contains("+ 1") ? wrong.replace("+ 1", "- 1") : wrong.replace("= 1 ", "= 1000 ");
            tamper(wrong);
            assertThat(everyEuro.look().findings()).as(wrong).anyMatch(told -> told.contains(partnership));
            tamper(right);
            assertThat(everyEuro.look().findings()).as(right).noneMatch(told -> told.contains(partnership));
        }
    }

    private Answer link(String contribution, String pledge) {
        return finance.post("contributions/" + contribution + "/link", "{'pledgeId':'" + pledge + "'}");
    }

    private static void refused(int status, String code, Answer answer) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).as(code).isEqualTo(status);
        assertThat(answer.at("/detail")).as(code).isNotBlank();
    }

    private String payload(String type) {
        return jdbc.sql("SELECT convert_from(payload, 'UTF8') FROM event WHERE partnership = ? AND type = ?")
                .params(partnership, type)
                .query(String.class)
                .single();
    }

    private void tamper(String sql) {
        jdbc.sql(sql).param(partnership).update();
    }

    private Caller caller(Role role, @Nullable String partnerId) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(address, jdbc, role, partnerId, role == Role.SPONSOR ? "V-01" : null);
    }
}
