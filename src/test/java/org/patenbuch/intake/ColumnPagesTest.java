package org.patenbuch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator whose tables are headed otherwise than ours: asked once, remembered by name, asked no more. */
class ColumnPagesTest extends LedgerTest {
    private static final String TABLE = "Nr,Firma,Art,Rollen,Seit,Ort\nP-1,Werke,Betrieb,Geldgeber,01.03.2010,hier\n";
    private static final Map<String, String> CHOSEN = Map.of(
            "table",
            "0",
            "kind",
            "PARTNERS",
            "column-0",
            "id",
            "column-1",
            "name",
            "column-2",
            "kind",
            "column-3",
            "roles",
            "column-4",
            "since",
            "column-5",
            "");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ColumnMappings mappings;

    private Caller coordinator;
    private Site site;

    @BeforeEach
    void logIn() {
        coordinator = caller(partnership, Role.COORDINATOR);
        site = coordinator.atThePages(port);
    }

    @Test
    void asks_once_and_the_second_time_no_click_is_needed_but_to_check() {
        String run = upload(site, Map.of("mitglieder-2014-03.csv", TABLE));
        assertThat(location(get(run))).isEqualTo(run + "/columns");
        assertThat(get(run + "/columns").body())
                .contains("Firma", "„Werke“", "value=\"mitglieder\"", "Noch nicht zugeordnet:")
                .contains("<option value=\"kind\" selected=\"selected\">Art (nötig)")
                .doesNotContain("kern-alert");
        assertThat(get("").body()).contains("mitglieder-2014-03.csv", "noch zuzuordnen");

        assertThat(location(say(run, Map.of("keep", "true", "name", "Mitglieder"))))
                .isEqualTo(run);
        assertThat(checked(run)).contains("Alle Zeilen sind gut", "als Name", "nicht einlesen", "„Mitglieder“");

        String next = upload(site, Map.of("neu.csv", TABLE.replace("P-1,Werke", "P-2,Bank")));
        assertThat(checked(next)).contains("Alle Zeilen sind gut", "wie gemerkt als „Mitglieder“", "Bank");
        site.submit("/" + partnership + "/imports/" + next, Map.of());
        await().untilAsserted(() -> assertThat(get(next).body()).contains("1 Zeilen eingelesen, 1 davon neu"));
        await().untilAsserted(() ->
                assertThat(coordinator.get("partners/P-2").at("/name")).isEqualTo("Bank"));
    }

    @Test
    void rows_given_back_with_their_errors_are_read_by_the_same_mapping() {
        String run = upload(site, Map.of("mitglieder.csv", TABLE.replace("Werke", "")));
        say(run, Map.of("keep", "true", "name", "Mitglieder"));
        assertThat(checked(run)).contains("Firma: Bitte ausfüllen.");
        String rows = get(run + "/failed.csv?table=mitglieder.csv").body();
        assertThat(rows).contains("\"Firma\"", "\"Fehler\"");
        String again = upload(site, Map.of("partner.csv", rows.replace("\"P-1\";\"\"", "\"P-1\";\"Werke\"")));
        assertThat(checked(again)).contains("Alle Zeilen sind gut", "„Mitglieder“");
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_on_top_and_nothing_typed_is_lost() {
        String run = upload(site, Map.of("mitglieder.csv", TABLE));
        HttpResponse<String> refused = say(run, Map.of("column-4", "name", "keep", "true", "name", "  "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "<title>Fehler: Spalten zuordnen", "href=\"#column-4\"", "href=\"#columns\"", "href=\"#name\"")
                .contains("Dieses Feld hat schon die Spalte 2 „Firma“", "Keine Spalte ist zugeordnet für: Seit.")
                .containsPattern("id=\"column-4\" name=\"column-4\" aria-invalid=\"true\"")
                .containsPattern("(?s)id=\"column-4\".*?value=\"name\" selected");
        assertThat(mappings.all(partnership)).isEmpty();
        assertThat(say(run, Map.of("keep", "true", "name", "x".repeat(61))).body())
                .contains("höchstens 60 Zeichen");
        assertThat(say(run, Map.of("kind", "NONSENSE")).statusCode()).isEqualTo(422);
        assertThat(say(run, Map.of("table", "7")).statusCode()).isEqualTo(404);
        assertThat(say(run, Map.of("table", "-1")).statusCode()).isEqualTo(404);
        assertThat(location(say(run, Map.of()))).as("not remembered").isEqualTo(run);
        assertThat(mappings.all(partnership)).isEmpty();
        String unnamed = upload(site, Map.of("2014.csv", TABLE));
        assertThat(get(unnamed + "/columns").body()).contains("name=\"name\"", "value=\"Partner\"");
    }

    @Test
    void a_name_that_is_taken_is_replaced_only_by_who_has_seen_what_it_stands_for() {
        ColumnMappings.Remembered first = keep(partnership, "Mitglieder", "Nr", "Wer");
        String run = upload(site, Map.of("mitglieder.csv", TABLE));
        HttpResponse<String> taken = say(run, Map.of("keep", "true", "name", "MITGLIEDER"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("ist schon gemerkt", "name=\"seen\"", first.edition());

        Who other = anyone("somebody-else");
        assertThat(mappings.replace(other, first.edition(), ColumnMapping.of(ImportKind.FUNDS, List.of("Topf"))))
                .isEqualTo(ColumnMappings.Outcome.KEPT);
        assertThat(say(run, Map.of("keep", "true", "name", "Mitglieder", "seen", first.edition()))
                        .body())
                .contains("ist schon gemerkt");
        assertThat(named("Mitglieder").mapping().kind()).isEqualTo(ImportKind.FUNDS);

        String seen = named("Mitglieder").edition();
        assertThat(location(say(run, Map.of("keep", "true", "name", "Mitglieder", "seen", seen))))
                .isEqualTo(run);
        assertThat(named("Mitglieder").mapping().kind()).isEqualTo(ImportKind.PARTNERS);
        assertThat(mappings.all(partnership)).hasSize(1);
    }

    @Test
    void of_two_who_replace_the_same_at_once_one_does() {
        String edition = keep(partnership, "Mitglieder", "Nr", "Wer").edition();
        Map<ColumnMappings.Outcome, Long> outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> mappings.replace(
                        anyone("u-" + n), edition, ColumnMapping.of(ImportKind.FUNDS, List.of("Topf " + n))))
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
        assertThat(outcomes).isEqualTo(Map.of(ColumnMappings.Outcome.KEPT, 1L, ColumnMappings.Outcome.CHANGED, 7L));
        long kept = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> mappings.keep(
                        anyone("u-" + n), n % 2 == 0 ? "neu" : "Neu", ColumnMapping.of(ImportKind.FUNDS, List.of("x"))))
                .filter(ColumnMappings.Outcome.KEPT::equals)
                .count();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void they_are_seen_called_otherwise_and_forgotten() {
        keep(partnership, "Mitglieder", "Nr", "Wer");
        keep(partnership, "Töpfe", "Was");
        assertThat(get("mappings").body()).contains("Mitglieder", "<dt class=\"app-breaks\">Wer</dt>", "Töpfe");
        String edition = named("Mitglieder").edition();
        for (String wrong : List.of("", "töpfe", "x".repeat(61))) {
            HttpResponse<String> refused = submit("mappings/name", Map.of("edition", edition, "name", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).contains("href=\"#name-" + edition, "value=\"" + wrong + "\"");
        }
        assertThat(submit("mappings/name", Map.of("edition", edition, "name", " Vereine \t 1 "))
                        .statusCode())
                .isEqualTo(302);
        assertThat(named("Vereine 1").savedBy()).isNotEqualTo("tester");
        assertThat(submit("mappings/forget", Map.of("edition", edition)).statusCode())
                .as("an edition that has been changed")
                .isEqualTo(422);
        assertThat(submit(
                                "mappings/forget",
                                Map.of("edition", named("Vereine 1").edition()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(mappings.all(partnership))
                .extracting(ColumnMappings.Remembered::name)
                .containsExactly("Töpfe");
    }

    @Test
    void a_column_that_is_gone_is_named_and_another_partnerships_mapping_is_none() {
        String used = keep(partnership, "Mitglieder", "Nr", "Firma", "Fax").edition();
        String foreign =
                keep("elsewhere-" + partnership, "Fremd", "Nr", "Geheim").edition();
        String run = upload(site, Map.of("mitglieder.csv", TABLE));
        assertThat(get(run + "/columns?table=0&use=" + used).body())
                .contains("gibt es hier nicht: Fax.", "value=\"Mitglieder\"");
        assertThat(get(run + "/columns?table=0&use=" + foreign).body())
                .contains("inzwischen jemand geändert")
                .doesNotContain("Fremd", "Geheim");
        for (String what : List.of("name", "forget")) {
            assertThat(submit("mappings/" + what, Map.of("edition", foreign, "name", "meins"))
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(mappings.all("elsewhere-" + partnership))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Fremd"));
    }

    @Test
    void nobody_but_who_may_import_gets_here_and_only_to_what_is_their_own() {
        String run = upload(site, Map.of("mitglieder.csv", TABLE));
        Site auditor = caller(partnership, Role.AUDITOR).atThePages(port);
        Site finance = caller(partnership, Role.FINANCE).atThePages(port);
        String columns = "/" + partnership + "/imports/" + run + "/columns";
        assertThat(auditor.get(columns).statusCode()).isEqualTo(403);
        assertThat(auditor.submit(columns, CHOSEN).statusCode()).isEqualTo(403);
        assertThat(auditor.get("/" + partnership + "/imports/mappings").statusCode())
                .isEqualTo(403);
        assertThat(finance.get(columns).statusCode()).isEqualTo(404);
        assertThat(finance.submit(columns, CHOSEN).body()).contains("nicht mehr da");
    }

    @Test
    void a_file_may_be_left_out_and_two_of_a_kind_may_not_go_together() {
        Map<String, String> files =
                new TreeMap<>(Map.of("a.csv", TABLE, "partner.csv", "Kennung;Name;Art;Rollen;Seit\n"));
        String run = upload(site, files);
        String page = location(get(run));
        assertThat(say(run, Map.of("table", "1")).body()).contains("Eine solche Tabelle ist schon dabei: partner.csv");
        assertThat(get(page).body()).contains("a.csv", "(Tabelle 2 von 2)");
        assertThat(location(submit(run + "/columns", Map.of("table", "1", "leave", "true"))))
                .isEqualTo(run);
        assertThat(checked(run)).contains("Alles ist schon eingelesen").doesNotContain("a.csv</h2>");
    }

    @Test
    void three_hundred_columns_are_asked_for_one_by_one_and_remembered() {
        String wide = IntStream.range(6, 300).mapToObj(n -> "S" + n).collect(Collectors.joining(","));
        String run = upload(
                site,
                Map.of(
                        "breit.csv",
                        TABLE.replace(",Ort\n", ",Ort," + wide + "\n").replace(",hier", ",hier" + ",x".repeat(294))));
        assertThat(get(run + "/columns?table=0&kind=PARTNERS").body()).contains("id=\"column-299\"");
        Map<String, String> all =
                IntStream.range(6, 300).boxed().collect(Collectors.toMap(n -> "column-" + n, n -> ""));
        all.putAll(Map.of("keep", "true", "name", "breit"));
        assertThat(location(say(run, all))).isEqualTo(run);
        assertThat(checked(run)).contains("Alle Zeilen sind gut");
        assertThat(named("breit").mapping().columns()).hasSize(300);
    }

    @Test
    void programs_are_answered_as_before_whatever_is_remembered() {
        String run = upload(site, Map.of("mitglieder.csv", TABLE));
        say(run, Map.of("keep", "true", "name", "Mitglieder"));
        assertThat(checked(run)).contains("Alle Zeilen sind gut");
        byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
        assertThat(coordinator.upload("imports", table, "mitglieder.csv").at("/errors/0/code"))
                .isEqualTo("import.file-unknown");
        assertThat(coordinator.upload("imports", table, "partner.csv").at("/errors/0/code"))
                .isEqualTo("import.heading-unknown");
    }

    private ColumnMappings.Remembered keep(String where, String name, String... headings) {
        Who who = new Who(where, "tester", java.util.Set.of(Role.COORDINATOR), null, null);
        List<ColumnMapping.Choice> choices = Stream.of(headings)
                .map(heading -> new ColumnMapping.Choice(heading, heading.equals("Nr") ? "id" : null))
                .toList();
        assertThat(mappings.keep(who, name, new ColumnMapping(ImportKind.PARTNERS, choices)))
                .isEqualTo(ColumnMappings.Outcome.KEPT);
        return mappings.named(where, name).orElseThrow();
    }

    private ColumnMappings.Remembered named(String name) {
        return mappings.named(partnership, name).orElseThrow();
    }

    /** @return where it leads, below the page of imports */
    private String upload(Site by, Map<String, String> files) {
        String body = files.entrySet().stream()
                        .map(file -> "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                                + "\"\r\n\r\n" + file.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + by.token().orElseThrow() + "\r\n--x--\r\n";
        return location(by.send(by.to("/" + partnership + "/imports")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/imports/?", "")
                .replaceFirst("[?].*", "");
    }

    private HttpResponse<String> say(String run, Map<String, String> more) {
        var fields = new TreeMap<>(CHOSEN);
        fields.putAll(more);
        return submit(run + "/columns", fields);
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields) {
        return site.submit("/" + partnership + "/imports/" + path, fields);
    }

    private HttpResponse<String> get(String path) {
        return site.get("/" + partnership + "/imports" + (path.isEmpty() ? "" : "/" + path), "Accept-Language", "de");
    }

    private String checked(String run) {
        await().until(() -> !get(run).body().contains("data-working"));
        return get(run).body();
    }

    private Caller caller(String where, Role role) {
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + where, jdbc, role, null, null);
    }
}
