package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.LedgerTest;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Figure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReportsTest extends LedgerTest {
    private static final String YEAR = "{'id':'R-1','name':'Jahresbericht 2012','from':'2012-01-01','to':'2012-12-31'}";
    private static final LocalDate FROM = LocalDate.of(2012, 1, 1);
    private static final LocalDate TO = LocalDate.of(2012, 12, 31);

    @Autowired
    private Reports reports;

    @Autowired
    private ReportFiles files;

    @Autowired
    private FundingView funding;

    @Autowired
    private EngagementView engagement;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private long last;

    @Test
    void a_report_is_made_again_byte_for_byte_and_its_delta_says_what_came_later() throws Exception {
        RandomHistory history = new RandomHistory(3, partnership);
        history.beginning().forEach(this::tried);
        recorded(history, 60);
        last = freeze(YEAR).body().path("position").asLong();
        Reports.Frozen report = reports.one(partnership, "R-1", at(last)).orElseThrow();
        Map<String, byte[]> kept = made(report);

        recorded(history, Integer.getInteger("audit.later", 60));

        assertThat(made(report)).usingRecursiveComparison().isEqualTo(kept);
        assertThat(org.patenbuch.print.Judge.complaints(kept.get("de"))).isEmpty();
        Files.createDirectories(Path.of("target/print"));
        Files.write(Path.of("target/print/report.pdf"), kept.get("de"));
        Answer delta = caller(Role.AUDITOR).get("reports/R-1/delta?limit=1&atPosition=" + last);
        Map<Figure, Long> told = new HashMap<>();
        delta.body().path("figures").forEach(line -> {
            long sum = line.path("othersAmount").asLong();
            for (var event : line.path("events")) {
                sum += event.path("amount").asLong();
            }
            String key = line.has("key") ? line.path("key").asString() : null;
            told.put(
                    new Figure(
                            line.path("view").asString(),
                            line.path("group").asString(),
                            key,
                            line.path("figure").asString()),
                    sum);
        });
        assertThat(told).isNotEmpty();
        Map<Figure, Long> then = figures(report.atPosition());
        figures(last)
                .forEach((figure, now) -> assertThat(told.getOrDefault(figure, 0L))
                        .as(figure.toString())
                        .isEqualTo(now - then.getOrDefault(figure, 0L)));
    }

    @Test
    void what_is_frozen_holds_what_was_recorded_a_moment_before() {
        RandomMoney money = new RandomMoney(1, partnership);
        money.beginning().forEach(this::tried);

        Answer frozen = freeze(YEAR);

        assertThat(frozen.status()).isEqualTo(201);
        Answer list = caller(Role.AUDITOR)
                .get("reports?minPosition=" + frozen.body().path("position").asLong());
        assertThat(list.at("/items/0/id")).isEqualTo("R-1");
        assertThat(list.body().at("/items/0/atPosition").asLong()).isEqualTo(last);
        Answer content = caller(Role.FINANCE).get("reports/R-1");
        assertThat(content.at("/name")).isEqualTo("Jahresbericht 2012");
        assertThat(content.body().at("/funding/byFund")).isNotEmpty();
        assertThat(content.body().at("/engagement/bySponsor").isMissingNode()).isTrue();
        for (String file : List.of("report.de.pdf", "report.en.pdf", "report.csv", "report.json")) {
            var answer = caller(Role.AUDITOR).text("reports/R-1/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(answer.headers().firstValue("ETag").orElse("")).hasSize(66);
        }
    }

    @Test
    void freezing_twice_is_harmless_and_refuses_what_makes_no_report() {
        assertThat(freeze(YEAR).status()).isEqualTo(201);
        assertThat(freeze(YEAR).status()).isEqualTo(200);
        assertThat(freeze(YEAR.replace("12-31", "12-30")).status()).isEqualTo(409);
        assertThat(freeze(YEAR.replace("R-1", "R-2").replace("2012-01", "2013-01"))
                        .code())
                .isEqualTo("report.ends-before-it-begins");
        assertThat(freeze(YEAR.replace("R-1", "R-3").replace("}", ",'atPosition':999999999}"))
                        .code())
                .isEqualTo("report.ahead");
        assertThat(freeze(YEAR.replace("R-1", "R-4").replace("Jahresbericht 2012", ""))
                        .status())
                .isEqualTo(400);
        assertThat(freeze("{}").body().path("errors").findValuesAsString("field"))
                .contains("name", "from", "to");
    }

    @Test
    void freezing_can_lock_the_period_with_it_or_does_neither() {
        String locking = YEAR.replace("}", ",'lockPeriod':true}");
        assertThat(freeze(locking.replace("}", ",'atPosition':999999999}")).status())
                .isEqualTo(422);
        assertThat(jdbc.sql("SELECT count(*) FROM period_lock WHERE partnership = ?")
                        .param(partnership)
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(freeze(locking).status()).isEqualTo(201);
        assertThat(jdbc.sql("SELECT id FROM period_lock WHERE partnership = ?")
                        .param(partnership)
                        .query(String.class)
                        .list())
                .containsExactly("R-1");
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR,201,200,200",
        "FINANCE,201,200,403",
        "AUDITOR,403,200,200",
        "PARTNER,403,403,403",
        "SPONSOR,403,403,403",
        "ADMIN,403,403,403"
    })
    void reports_are_for_those_who_answer_for_them_or_check_them(Role role, int freezes, int reads, int compares) {
        long frozen = freeze(YEAR).body().path("position").asLong();
        Caller someone = caller(role);
        assertThat(someone.post("reports", YEAR.replace("R-1", "R-2")).status()).isEqualTo(freezes);
        assertThat(someone.get("reports?minPosition=" + frozen).status()).isEqualTo(reads);
        assertThat(someone.text("reports/R-1/report.csv").statusCode()).isEqualTo(reads);
        assertThat(someone.get("reports/R-1/delta").status()).isEqualTo(compares);
        assertThat(someone.get("reports/NONE").status()).isEqualTo(reads == 200 ? 404 : 403);
    }

    @Test
    void no_cell_of_the_table_is_a_formula() {
        var line = new org.patenbuch.funding.Funding.PartnerLine("P-1", "=1+1;\"x\"", 0, 0, 0, 0);
        Reports.Content content = reports.content(
                partnership, new Reports.Frozen("R-1", "x", FROM, TO, 0, "tester", java.time.Instant.EPOCH, 0));
        var money = content.funding();
        var changed = new org.patenbuch.funding.Funding(
                money.totals(), List.of(line), List.of(), List.of(), 0, java.time.Instant.EPOCH);

        String csv = new String(
                files.csv(new Reports.Content(
                        "R-1", "x", partnership, FROM, TO, changed, content.engagement(), 0, java.time.Instant.EPOCH)),
                StandardCharsets.UTF_8);

        assertThat(csv).contains("\"'=1+1;\"\"x\"\"\"");
    }

    private Map<Figure, Long> figures(long position) {
        Asked asked = Asked.NOW.during(FROM, TO).at(position);
        Map<Figure, Long> figures =
                new HashMap<>(funding.answer(partnership, asked).figures());
        figures.putAll(engagement.answer(partnership, asked).figures());
        return figures;
    }

    private Map<String, byte[]> made(Reports.Frozen report) {
        Reports.Content content = reports.content(partnership, report);
        return Map.of(
                "de", files.pdf(content, Locale.GERMAN),
                "en", files.pdf(content, Locale.ENGLISH),
                "csv", files.csv(content),
                "json", files.json(content));
    }

    private void recorded(RandomHistory history, int events) {
        for (int recorded = 0; recorded < events; ) {
            long before = last;
            tried(history.next());
            recorded += last > before ? 1 : 0;
        }
    }

    private void tried(Command command) {
        try {
            last = send(command, RandomMoney.treasurer(command)).position();
        } catch (Rejected refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private Asked at(long position) {
        return Asked.NOW.notBefore(position);
    }

    private Answer freeze(String body) {
        return caller(Role.FINANCE).post("reports", body);
    }

    private Caller caller(Role role) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(
                address, jdbc, role, role == Role.PARTNER ? "P-1" : null, role == Role.SPONSOR ? "V-01" : null);
    }
}
