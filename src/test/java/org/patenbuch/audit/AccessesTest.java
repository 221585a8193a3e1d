package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AccessesTest extends LedgerTest {
    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void whoever_takes_data_out_is_on_record_without_what_was_searched_for() {
        Caller finance = caller(Role.FINANCE);
        finance.text("exports/journal?format=beancount&q=Anna");
        finance.get("funding");

        JsonNode record =
                caller(Role.AUDITOR).get("accesses").body().path("items").get(0);
        assertThat(record.path("kind").asString()).isEqualTo("EXPORT");
        assertThat(record.path("userId").asString()).startsWith("caller-");
        assertThat(record.path("what").asString()).endsWith("/exports/journal?format=beancount");
        assertThat(exports()).isEqualTo(1);
    }

    /** Auditors see no name there, so their reading is none of a person. */
    @Test
    void whoever_looks_at_a_household_by_name_is_on_record() {
        Caller coordinator = caller(Role.COORDINATOR);
        coordinator.post(
                "households",
                "{'id':'H-1','name':'Familie Muster','district':'Nord','need':'Lernen','openedOn':'2012-01-01'}");
        coordinator.get("households");
        coordinator.atThePages(port).get("/" + partnership + "/households/new");
        caller(Role.AUDITOR).get("households/H-1");
        assertThat(reads()).isZero();

        coordinator.get("households/H-1");
        coordinator.get("persons/household/H-1");
        assertThat(reads()).isEqualTo(2);
        assertThat(caller(Role.AUDITOR)
                        .get("accesses")
                        .body()
                        .path("items")
                        .get(1)
                        .path("what")
                        .asString())
                .endsWith("/households/H-1");
    }

    @Test
    void each_page_of_a_household_is_on_record_as_well() {
        Caller coordinator = caller(Role.COORDINATOR);
        coordinator.post(
                "households",
                "{'id':'H-1','name':'Familie Muster','district':'Nord','need':'Lernen','openedOn':'2012-01-01'}");
        Site pages = coordinator.atThePages(port);
        List<String> all = List.of("/people/households/H-1", "/households/H-1", "/persons/household/H-1");
        for (int n = 0; n < all.size(); n++) {
            pages.get("/" + partnership + all.get(n));
            assertThat(reads()).as(all.get(n)).isEqualTo(n + 1);
        }
    }

    private long reads() {
        return jdbc.sql("SELECT count(*) FROM access_record WHERE partnership = ? AND kind = 'HOUSEHOLD_READ'")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    @Test
    void what_was_refused_left_nothing_and_is_no_export() {
        assertThat(caller(Role.SPONSOR).text("exports/journal").statusCode()).isEqualTo(403);
        assertThat(exports()).isZero();
    }

    @Test
    void refused_log_ins_are_on_record_where_the_person_belongs() throws Exception {
        caller(Role.FINANCE);
        String login = jdbc.sql("SELECT user_id FROM membership WHERE partnership = ?")
                .param(partnership)
                .query(String.class)
                .single();
        assertThat(status(login, "wrong")).isEqualTo(401);

        JsonNode items = caller(Role.AUDITOR).get("accesses").body().path("items");
        assertThat(items.valueStream()
                        .filter(item -> item.path("userId").asString("").equals(login)))
                .singleElement()
                .satisfies(item -> assertThat(item.path("kind").asString()).isEqualTo("LOGIN_REFUSED"));
    }

    @Test
    void nobody_changes_the_record() {
        caller(Role.FINANCE).text("exports/journal");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM access_record").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE access_record SET what = ''").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({"COORDINATOR,200", "AUDITOR,200", "FINANCE,403", "PARTNER,403", "SPONSOR,403", "ADMIN,403"})
    void the_record_is_for_those_who_may_see_all(Role role, int status) {
        assertThat(caller(role).get("accesses").status()).isEqualTo(status);
    }

    private long exports() {
        return jdbc.sql("SELECT count(*) FROM access_record WHERE partnership = ? AND kind = 'EXPORT'")
                .param(partnership)
                .query(Long.class)
                .single();
    }

    private int status(String login, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        URI address = URI.create("http://127.0.0.1:" + port + "/api/v1/" + partnership + "/funding");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + basic)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Caller caller(Role role) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(
                address, jdbc, role, role == Role.PARTNER ? "P-1" : null, role == Role.SPONSOR ? "V-01" : null);
    }
}
