package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.engagement.PeopleTest;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DifferencesTest extends PeopleTest {
    private static final LocalDate FROM = LocalDate.of(2012, 3, 15);
    private static final LocalDate TO = LocalDate.of(2013, 10, 20);

    @Autowired
    private Differences differences;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final List<Long> positions = new ArrayList<>(List.of(0L));

    /** Money and hours of a hurried office; what is refused changes nothing. */
    private void history(long seed, int commands) {
        RandomHistory history = new RandomHistory(seed, partnership);
        history.beginning().forEach(this::tried);
        for (int i = 0; i < commands; i++) {
            tried(history.next());
        }
    }

    private void tried(Command command) {
        try {
            positions.add(send(command, RandomMoney.treasurer(command)).position());
        } catch (Rejected refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    @Test
    void the_events_of_every_figure_add_up_to_its_difference() {
        int commands = Integer.getInteger("audit.commands", 240);
        history(commands, commands);
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            long one = positions.get(random.nextInt(positions.size()));
            long other = i == 0 ? positions.getLast() : positions.get(random.nextInt(positions.size()));
            LocalDate from = i % 2 == 0 ? FROM : null;
            LocalDate to = i % 3 == 0 ? TO : null;
            everythingAddsUp(i == 0 ? 0 : Math.min(one, other), Math.max(one, other), from, to);
        }
    }

    private void everythingAddsUp(long after, long upTo, @Nullable LocalDate from, @Nullable LocalDate to) {
        Asked period = new Asked(from, to, null, null, null, null, null, null, null, null, null, null, null);
        Differences.Answer answer = differences.between(partnership, period.at(after), period.at(upTo), 3);

        assertThat(answer.figures()).extracting(Differences.Line::view).contains("funding", "engagement");
        for (Differences.Line line : answer.figures()) {
            long explained = line.othersAmount()
                    + line.events().stream()
                            .mapToLong(Differences.Cause::amount)
                            .sum();
            assertThat(explained).as("%s, %d to %d", line, after, upTo).isEqualTo(line.difference());
            assertThat(line.events())
                    .allSatisfy(event -> assertThat(event.position()).isBetween(after + 1, upTo));
        }
    }

    @Test
    void programs_are_told_what_made_the_difference() {
        activeSponsor("V-01", "Anna");
        household("H-1");
        assigned("S-1", "V-01", "H-1");
        long before = visit("X-1", "V-01", "S-1", on(3, 1), 60).position();
        long after = visit("X-2", "V-01", "S-1", on(3, 2), 30).position();

        JsonNode answer = caller(Role.AUDITOR)
                .get("differences?fromPosition=" + before + "&toPosition=" + after + "&from=2013-01-01&to=2013-12-31")
                .body();

        JsonNode minutes = answer.path("figures")
                .valueStream()
                .filter(line -> line.path("group").asString().equals("totals")
                        && line.path("figure").asString().equals("minutes"))
                .findFirst()
                .orElseThrow();
        assertThat(minutes.path("before").asLong()).isEqualTo(60);
        assertThat(minutes.path("after").asLong()).isEqualTo(90);
        assertThat(minutes.path("events").get(0).path("type").asString()).isEqualTo("HoursLogged");
        assertThat(minutes.path("events").get(0).path("position").asLong()).isEqualTo(after);
        assertThat(minutes.path("events").get(0).path("amount").asLong()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "differences?fromPosition=2&toPosition=1|toPosition",
                "differences?fromPosition=-1|fromPosition",
                "differences?toPosition=viele|toPosition",
                "differences?from=2013-12-31&to=2013-01-01|to",
                "differences?fromKnownAt=gestern|fromKnownAt",
                "differences?toPosition=1&toKnownAt=2026-01-01T00:00:00Z|toKnownAt",
                "differences?limit=501|limit",
            })
    void a_wrong_question_is_400_and_says_where(String question, String field) {
        Caller.Answer reply = caller(Role.COORDINATOR).get(question);

        assertThat(reply.status()).as(question).isEqualTo(400);
        assertThat(reply.body().path("errors").findValuesAsString("field")).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"COORDINATOR,200", "AUDITOR,200", "FINANCE,403", "PARTNER,403", "SPONSOR,403", "ADMIN,403"})
    void differences_are_for_those_who_may_see_all(Role role, int status) {
        assertThat(caller(role).get("differences").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR,404,404",
        "AUDITOR,404,404",
        "FINANCE,404,403",
        "PARTNER,404,403",
        "SPONSOR,403,403",
        "ADMIN,403,403"
    })
    void traces_of_what_is_not_there_or_not_for_one(Role role, int money, int hours) {
        Caller caller = caller(role);
        for (String path : List.of("pledges", "contributions", "expenses")) {
            assertThat(caller.get("trace/" + path + "/NONE").status()).isEqualTo(money);
        }
        for (String path : List.of("hours", "sponsorships")) {
            assertThat(caller.get("trace/" + path + "/NONE").status()).isEqualTo(hours);
        }
    }

    @Test
    void hours_are_traced_from_the_sponsor_to_whether_they_are_approved() {
        activeSponsor("V-01", "Anna");
        household("H-1");
        assigned("S-1", "V-01", "H-1");
        visit("X-1", "V-01", "S-1", on(3, 1), 60);
        long last = visit("X-2", "V-01", "S-1", on(3, 2), 30).position();

        JsonNode sponsorship = caller(Role.AUDITOR)
                .get("trace/sponsorships/S-1?minPosition=" + last)
                .body();
        assertThat(sponsorship.path("minutes").asLong()).isEqualTo(90);
        assertThat(sponsorship.path("stages").findValuesAsString("id")).containsExactly("S-1", "X-1", "X-2");
        JsonNode entry = caller(Role.AUDITOR).get("trace/hours/X-2").body();
        assertThat(entry.path("minutes").asLong()).isEqualTo(30);
        assertThat(entry.path("hops").valueStream().toList())
                .allSatisfy(hop -> assertThat(hop.path("minutes").asLong()).isEqualTo(30));
        assertThat(entry.path("hops").get(1).path("events").get(0).asLong()).isEqualTo(last);
    }

    private Caller caller(Role role) {
        String address = "http://127.0.0.1:" + port + "/api/v1/" + partnership;
        return Caller.in(
                address, jdbc, role, role == Role.PARTNER ? "P-1" : null, role == Role.SPONSOR ? "V-01" : null);
    }

    @BeforeEach
    void forget() {
        positions.subList(1, positions.size()).clear();
    }
}
