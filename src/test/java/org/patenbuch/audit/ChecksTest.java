package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ChecksTest extends LedgerTest {
    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Caller auditor;
    private long last;

    @BeforeEach
    void somethingToCheck() {
        auditor = caller(Role.AUDITOR);
        RandomMoney money = new RandomMoney(11, partnership);
        money.beginning().forEach(this::tried);
        for (int i = 0; i < 80; i++) {
            tried(money.next());
        }
    }

    private void tried(Command command) {
        try {
            last = send(command, RandomMoney.treasurer(command)).position();
        } catch (Rejected refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    @Test
    void the_same_seed_draws_the_same_entries_and_another_draws_others() {
        JsonNode sample = sample("seed=2026-A&size=5&upTo=" + last);

        assertThat(sample.path("items")).hasSize(5);
        assertThat(sample.path("population").asLong()).isGreaterThan(20);
        fund("F-LATER");
        assertThat(positions(sample(
                        "seed=2026-A&size=5&upTo=" + sample.path("position").asLong())))
                .isEqualTo(positions(sample));
        assertThat(positions(sample("seed=2026-B&size=5&upTo=" + last))).isNotEqualTo(positions(sample));
        assertThat(sample("seed=x&size=500&type=FundOpened&upTo=" + last).path("items"))
                .allSatisfy(item -> assertThat(item.path("type").asString()).isEqualTo("FundOpened"));
    }

    @Test
    void what_was_checked_counts_and_stays_on_record() {
        long position = sample("seed=a&size=1").at("/items/0/position").asLong();
        String mark = "{'id':'C-1','position':" + position + ",'finding':'OBJECTION','note':'Beleg fehlt'}";

        Answer added = auditor.post("check-marks", mark);
        assertThat(added.status()).isEqualTo(201);
        assertThat(auditor.post("check-marks", mark).status()).isEqualTo(200);
        assertThat(auditor.post("check-marks", mark.replace("fehlt", "da")).status())
                .isEqualTo(409);

        String known = "&minPosition=" + added.body().path("position").asLong();
        JsonNode sample = sample("seed=a&size=1" + known);
        assertThat(sample.path("checked").asLong()).isEqualTo(1);
        assertThat(sample.path("objections").asLong()).isEqualTo(1);
        assertThat(sample.path("checkedOfAll").asLong()).isEqualTo(1);
        assertThat(sample.at("/items/0/mark/note").asString()).isEqualTo("Beleg fehlt");
        assertThat(sample("seed=a&size=1&atPosition=" + last).path("checked").asLong())
                .isZero();
        assertThat(auditor.get("check-marks").at("/items/0/id")).isEqualTo("C-1");
        assertThat(auditor.text("events?type=CheckMarkAdded").body())
                .contains("enc:v1:")
                .doesNotContain("Beleg");
    }

    @Test
    void refuses_marks_on_nothing_and_objections_without_a_word() {
        assertThat(mark("{'position':999999999,'finding':'IN_ORDER'}").code()).isEqualTo("unknown-reference");
        assertThat(mark("{'position':" + last + ",'finding':'OBJECTION'}").code())
                .isEqualTo("check-mark.says-nothing");
        assertThat(mark("{'position':0,'finding':'IN_ORDER'}").status()).isEqualTo(400);
        assertThat(mark("{'position':'viele','finding':'GUT'}")
                        .body()
                        .path("errors")
                        .findValuesAsString("field"))
                .contains("position", "finding");
        String theirs = partnership;
        partnership = theirs + "-x";
        send(new org.patenbuch.partnership.PartnershipCommand.FoundPartnership(partnership, "Andere"));
        assertThat(caller(Role.AUDITOR)
                        .post("check-marks", "{'position':" + last + ",'finding':'IN_ORDER'}")
                        .code())
                .as("entries of " + theirs)
                .isEqualTo("unknown-reference");
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR,403,200",
        "FINANCE,403,403",
        "AUDITOR,201,200",
        "PARTNER,403,403",
        "SPONSOR,403,403",
        "ADMIN,403,403"
    })
    void only_auditors_mark(Role role, int marks, int draws) {
        Caller someone = caller(role);
        assertThat(someone.post("check-marks", "{'position':" + last + ",'finding':'IN_ORDER'}")
                        .status())
                .isEqualTo(marks);
        assertThat(someone.get("samples?seed=a&size=1").status()).isEqualTo(draws);
        assertThat(someone.get("check-marks").status()).isEqualTo(draws);
    }

    @ParameterizedTest
    @CsvSource({"size=5,seed", "seed=a,size", "seed=a&size=501,size", "seed=a&size=0,size", "seed=a&size=1&upTo=x,upTo"
    })
    void a_wrong_question_is_400_and_says_where(String question, String field) {
        Answer reply = auditor.get("samples?" + question);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("errors").findValuesAsString("field")).contains(field);
    }

    private void fund(String id) {
        send(new org.patenbuch.fund.FundCommand.OpenFund(partnership, id, "Topf", "Zweck", false, null));
    }

    private Answer mark(String body) {
        return auditor.post("check-marks", body);
    }

    private JsonNode sample(String question) {
        String known = question.contains("osition=") ? "" : "&minPosition=" + last;
        return auditor.get("samples?" + question + known).body();
    }

    private static java.util.List<String> positions(JsonNode sample) {
        return sample.path("items").findValuesAsString("position");
    }

    private Caller caller(Role role) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(
                address, jdbc, role, role == Role.PARTNER ? "P-1" : null, role == Role.SPONSOR ? "V-01" : null);
    }
}
