package org.patenbuch.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.engagement.PeopleTest;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class JournalFiltersTest extends PeopleTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventCodec codec;

    @LocalServerPort
    private int port;

    private Caller auditor;
    private long last;

    @BeforeEach
    void twoSponsors() {
        auditor = caller(Role.AUDITOR);
        for (String n : List.of("1", "2")) {
            activeSponsor("V-" + n, "Name " + n);
            household("H-" + n);
            assigned("S-" + n, "V-" + n, "H-" + n);
            visit("X-" + n, "V-" + n, "S-" + n, on(3, Integer.parseInt(n)), 60);
        }
        ledger.send(
                new LogHours(partnership, "X-3", "V-2", "S-2", on(4, 1), 30, Activity.VISIT, null),
                anyone("importer"),
                Origin.imported("batch-7", "stunden.csv", 2));
        last = ledger.send(
                        new LogHours(partnership, "X-4", "V-2", "S-2", on(5, 1), 30, Activity.VISIT, null),
                        anyone("someone"),
                        Origin.screen())
                .position();
    }

    @Test
    void entries_are_found_by_whom_they_are_about_who_wrote_them_and_how_they_came() {
        assertThat(types("person=V-1"))
                .containsExactly(
                        "SponsorRegistered", "TrainingCompleted", "CertificateSeen", "SponsorAssigned", "HoursLogged");
        assertThat(types("person=H-2")).containsExactly("HouseholdTakenIn", "SponsorAssigned");
        assertThat(types("person=V")).isEmpty();
        assertThat(types("actor=importer")).containsExactly("HoursLogged");
        assertThat(types("actor=import")).isEmpty();
        assertThat(types("batch=batch-7")).containsExactly("HoursLogged");
        assertThat(types("source=IMPORT")).hasSize(1);
        assertThat(types("source=SCREEN")).hasSize(1);
        assertThat(types("source=API&type=HoursLogged")).hasSize(2);
        assertThat(types("source=CONSOLE")).isEmpty();
    }

    @Test
    void entries_are_found_by_the_thing_they_happened_to() {
        assertThat(types("entry=hours/X-1")).containsExactly("HoursLogged");
        assertThat(types("entry=sponsorship/S-1")).containsExactly("SponsorAssigned");
        assertThat(types("entry=hours/NONE")).isEmpty();
        assertThat(types("positions=" + last)).containsExactly("HoursLogged");
    }

    @Test
    void entries_are_found_by_the_day_they_are_about_and_the_day_they_were_recorded() {
        assertThat(types("from=2013-04-01&to=2013-04-30")).containsExactly("HoursLogged");
        assertThat(types("from=2013-01-01&type=HoursLogged")).hasSize(4);
        String today = LocalDate.now(java.time.ZoneId.of("Europe/Berlin")).toString();
        assertThat(types("type=HoursLogged&recordedFrom=" + today + "&recordedTo=" + today))
                .hasSize(4);
        assertThat(types("recordedTo=2013-12-31")).isEmpty();
        assertThat(types("atPosition=" + (last - 1) + "&type=HoursLogged")).hasSize(3);
    }

    @Test
    void one_can_leaf_through_the_journal_both_ways() {
        JsonNode first = ask("limit=5");
        JsonNode second = ask("limit=5&after=" + first.path("next").asLong());
        JsonNode back = ask("limit=5&before=" + second.path("previous").asLong());

        assertThat(first.has("previous")).isFalse();
        assertThat(back.path("items")).isEqualTo(first.path("items"));
        assertThat(back.path("next")).isEqualTo(first.path("next"));
        assertThat(ask("limit=3&before=" + (last + 1)).path("items").findValuesAsString("position"))
                .endsWith(Long.toString(last));
    }

    @ParameterizedTest
    @CsvSource({
        "entry=contribution,entry",
        "source=post,source",
        "positions=1;2,positions",
        "before=0,before",
        "before=5&after=1,before",
        "recordedFrom=2013-02-01&recordedTo=2013-01-01,recordedTo",
        "from=x,from",
        "knownAt=gestern,knownAt",
        "limit=501,limit"
    })
    void a_wrong_question_is_400_and_says_where(String question, String field) {
        Answer reply = auditor.get("events?" + question);
        assertThat(reply.status()).as(question).isEqualTo(400);
        assertThat(reply.body().path("errors").findValuesAsString("field")).contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "person=%25",
        "person='%22'",
        "actor=%5C",
        "batch=%00",
        "entry=hours/%27",
        "type=%27--",
        "stream=%F0%9F%98%80"
    })
    void strange_words_find_nothing_or_are_refused(String question) {
        assertThat(auditor.get("events?" + question).status()).isIn(200, 400);
    }

    /** Or the journal could not be searched by it. */
    @Test
    void every_fact_with_a_day_is_found_by_its_day() {
        assertThat(codec.types().values()).allSatisfy(fact -> {
            List<String> days = Stream.of(fact.getRecordComponents())
                    .filter(field -> field.getType() == LocalDate.class)
                    .map(RecordComponent::getName)
                    .toList();
            if (!days.isEmpty()) {
                assertThat(days).as(fact.getSimpleName()).containsAnyElementsOf(Conditions.DAYS);
            }
        });
    }

    private List<String> types(String question) {
        return ask(question).path("items").findValuesAsString("type");
    }

    private JsonNode ask(String question) {
        String wait = question.contains("atPosition") ? "" : "&minPosition=" + last;
        return auditor.get("events?" + question + wait).body();
    }

    private Caller caller(Role role) {
        return Caller.in("http://127.0.0.1:" + port + "/api/v1/" + partnership, jdbc, role, null, null);
    }
}
