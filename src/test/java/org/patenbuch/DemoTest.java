package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a new user gets: the Rosenstadt years, imported at the first start, equal to an independent reading of the files. */
class DemoTest extends DemonstrationTest {
    private static final Map<String, String> ACTIVITIES =
            Map.of("VISIT", "Besuch", "ACCOMPANIMENT", "Begleitung", "TRAVEL", "Weg");
    private static final List<String> TOTALS = List.of(
            "pledgedCents", "receivedMoneyCents", "receivedInKindCents", "receivedStaffTimeCents", "spentCents");

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void is_ready_once_the_scenario_is_in_and_every_view_has_read_it() throws Exception {
        assertThat(get("/actuator/health/readiness", "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {2012, 2013, 2014})
    void money_equals_the_independent_reading(int year) throws Exception {
        JsonNode expected = expected().get(String.valueOf(year));
        JsonNode answer = ask("funding?from=" + year + "-01-01&to=" + year + "-12-31");

        TOTALS.forEach(
                figure -> assertThat(answer.at("/totals/" + figure)).as(figure).isEqualTo(expected.get(figure)));
        assertLines(answer.get("byPartner"), "partnerId", expected.get("byPartner"));
        assertLines(answer.get("byFund"), "fundId", expected.get("byFund"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2012, 2013, 2014})
    void hours_equal_the_independent_reading(int year) throws Exception {
        JsonNode expected = expected().get(String.valueOf(year));
        JsonNode answer = ask("engagement?from=" + year + "-01-01&to=" + year + "-12-31");

        List.of("minutes", "entries", "activeSponsors", "households")
                .forEach(figure ->
                        assertThat(answer.at("/totals/" + figure)).as(figure).isEqualTo(expected.get(figure)));
        List<Integer> months = new ArrayList<>();
        answer.get("byMonth").forEach(line -> months.add(line.get("minutes").asInt()));
        List<Integer> expectedMonths = new ArrayList<>();
        expected.get("minutesByMonth").forEach(minutes -> expectedMonths.add(minutes.asInt()));
        assertThat(months).isEqualTo(expectedMonths);
        assertThat(byActivity(answer)).isEqualTo(json.convertValue(expected.get("minutesByActivity"), Map.class));
    }

    @Test
    void balances_at_the_end_equal_the_independent_reading() throws Exception {
        Map<String, Long> balances = new TreeMap<>();
        ask("funding")
                .get("byFund")
                .forEach(fund -> balances.put(
                        fund.get("fundId").asString(), fund.get("balanceCents").asLong()));
        expected()
                .get("balanceCents")
                .properties()
                .forEach(fund -> assertThat(balances)
                        .containsEntry(fund.getKey(), fund.getValue().asLong()));
    }

    private static Map<String, Integer> byActivity(JsonNode answer) {
        Map<String, Integer> minutes = new TreeMap<>();
        answer.get("byActivity").forEach(line -> {
            if (line.get("minutes").asInt() > 0) {
                minutes.put(
                        ACTIVITIES.get(line.get("activity").asString()),
                        line.get("minutes").asInt());
            }
        });
        return minutes;
    }

    private static void assertLines(JsonNode lines, String id, JsonNode expected) {
        expected.properties().forEach(wanted -> {
            JsonNode line = lines.valueStream()
                    .filter(one -> one.get(id).asString().equals(wanted.getKey()))
                    .findFirst()
                    .orElseThrow();
            wanted.getValue()
                    .properties()
                    .forEach(figure -> assertThat(line.get(figure.getKey()))
                            .as(wanted.getKey() + " " + figure.getKey())
                            .isEqualTo(figure.getValue()));
        });
    }

    private JsonNode expected() throws IOException {
        return json.readTree(
                Path.of("src/test/resources/rosenstadt/expected.json").toFile());
    }

    /** Other tests book into the demonstration too, so the question is for the state at the end of the import. */
    private JsonNode ask(String question) throws Exception {
        String at = (question.contains("?") ? "&" : "?") + "atPosition=" + imported();
        HttpResponse<String> answer = get("/api/v1/rosenstadt/" + question + at, "coordinator:" + PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private long imported() {
        return jdbc.sql("""
                        SELECT max(position) FROM event
                        WHERE partnership = 'rosenstadt' AND convert_from(metadata, 'UTF8') LIKE '%"import/%'""").query(Long.class).single();
    }

    private HttpResponse<String> get(String path, String login) throws Exception {
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Basic " + basic)
                .build();
        return client.send(login.isEmpty() ? withoutLogin(path) : request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest withoutLogin(String path) {
        return HttpRequest.newBuilder(URI.create(address(path))).build();
    }
}
