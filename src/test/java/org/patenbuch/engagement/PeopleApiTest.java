package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People over HTTP, as the contract says. */
class PeopleApiTest extends PeopleTest {
    private static final String SPONSOR = "{'id':'V-01','name':'Anna Ahorn','kind':'FAMILY','joinedOn':'2012-01-01'}";
    private static final String HOUSEHOLD = "{'id':'H-001','name':'Familie Birnbaum','district':'Nordstadt',"
            + "'need':'Lernbegleitung','referredBy':'P-1','openedOn':'2012-01-01',"
            + "'consent':{'givenOn':'2012-01-01','scope':'Begleitung'}}";
    private static final String SPONSORSHIP =
            "{'id':'M-001','sponsorId':'V-01','householdId':'H-001','from':'2012-02-01','scope':'homework'}";
    private static final String VISIT = "{'id':'S-1','sponsorId':'V-01','sponsorshipId':'M-001','on':'2013-05-03',"
            + "'minutes':90,'activity':'VISIT','note':'read together'}";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller coordinator;

    @BeforeEach
    void signIn() {
        coordinator = as(Role.COORDINATOR);
        send(new RegisterPartner(
                partnership,
                "P-1",
                "Wohnbau",
                PartnerEvent.Kind.COMPANY,
                List.of(PartnerEvent.PartnerRole.REFERRER),
                JOINED));
    }

    private Caller as(Role role) {
        return Caller.in(
                "http://127.0.0.1:" + port + "/api/v1/" + partnership,
                jdbc,
                role,
                role == Role.PARTNER ? "P-1" : null,
                role == Role.SPONSOR ? "V-01" : null);
    }

    private Answer done(String path, String body) {
        Answer answer = coordinator.post(path, body);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(201);
        assertThat(answer.header("Ledger-Position")).isEqualTo(answer.at("/position"));
        return answer;
    }

    private Answer theWholePath() {
        done("sponsors", SPONSOR);
        done("sponsors/V-01/training", "{'completedOn':'2012-01-10','hours':30}");
        done("sponsors/V-01/certificate", "{'seenOn':'2012-01-20','listedConviction':false}");
        done("households", HOUSEHOLD);
        done("sponsorships", SPONSORSHIP);
        return done("hours", VISIT);
    }

    private static String seen(Answer answer) {
        return "minPosition=" + answer.at("/position");
    }

    @Test
    void every_command_of_the_contract_is_taken() {
        theWholePath();
        done("hours/S-1/return", "{'comment':'which day?'}");
        done("hours/S-1/correction", "{'minutes':60,'on':'2013-05-04','activity':'ACCOMPANIMENT','reason':'a slip'}");
        done("timesheets/V-01/2013-05/approval", "{}");
        done("timesheets/V-01/2013-05/revocation", "{'reason':'too early'}");
        done("hours/S-1/withdrawal", "{'reason':'twice'}");
        done("sponsorships/M-001/end", "{'on':'2013-06-30','outcome':'GOAL_REACHED','note':'went well'}");
        done("sponsors/V-01/pause", "{'on':'2013-07-01','reason':'a new job'}");
        done("sponsors/V-01/return", "{'on':'2013-08-01'}");
        done("sponsors/V-01/departure", "{'on':'2013-09-01','reason':'moved away'}");
        Answer last = done("households/H-001/closure", "{'on':'2013-09-01','reason':'goal reached'}");

        Answer sponsor = coordinator.get("sponsors/V-01?" + seen(last));
        assertThat(sponsor.at("/status")).isEqualTo("LEFT");
        assertThat(sponsor.at("/leftOn")).isEqualTo("2013-09-01");
        Answer entry = coordinator.get("hours/S-1?" + seen(last));
        assertThat(entry.at("/status")).isEqualTo("WITHDRAWN");
        assertThat(entry.at("/minutes")).isEqualTo("60");
        assertThat(coordinator.get("sponsorships/M-001?" + seen(last)).at("/outcome"))
                .isEqualTo("GOAL_REACHED");
        assertThat(coordinator.get("households/H-001?" + seen(last)).at("/status"))
                .isEqualTo("CLOSED");
    }

    @Test
    void things_are_listed_as_entered_with_what_follows_from_them() {
        String last = seen(theWholePath());

        Answer sponsors = coordinator.get("sponsors?" + last);
        assertThat(sponsors.at("/items/0/id")).isEqualTo("V-01");
        assertThat(sponsors.at("/items/0/name")).isEqualTo("Anna Ahorn");
        assertThat(sponsors.at("/items/0/status")).isEqualTo("ACTIVE");
        assertThat(sponsors.at("/items/0/eligible")).isEqualTo("false");
        assertThat(sponsors.at("/items/0/lacks")).isEqualTo("CERTIFICATE_TOO_OLD");
        assertThat(sponsors.at("/position")).isNotNull();
        assertThat(sponsors.at("/knownAt")).isNotNull();
        assertThat(coordinator.get("households/H-001?" + last).at("/consent/scope"))
                .isEqualTo("Begleitung");
        assertThat(coordinator.get("sponsorships/M-001?" + last).at("/scope")).isEqualTo("homework");
        assertThat(coordinator.get("hours/S-1?" + last).at("/householdId")).isEqualTo("H-001");
        assertThat(coordinator.get("hours/S-1?" + last).at("/note")).isEqualTo("read together");
        assertThat(coordinator.get("hours/S-9?" + last).status()).isEqualTo(404);
    }

    @Test
    void a_repeat_answers_as_the_first_time_and_other_content_is_a_conflict() {
        Answer first = theWholePath();
        Answer again = coordinator.post("hours", VISIT);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());

        Answer other = coordinator.post("hours", VISIT.replace("90", "91"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id.reused");
    }

    @Test
    void the_same_idempotency_key_makes_one_entry() {
        theWholePath();
        String unnamed = VISIT.replace("'id':'S-1',", "");
        Answer first = coordinator.post("hours", unnamed, "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(coordinator.post("hours", unnamed, "Idempotency-Key", "k1").body())
                .isEqualTo(first.body());
        assertThat(coordinator.post("hours", unnamed).at("/id")).isNotEqualTo(first.at("/id"));
    }

    @Test
    void a_broken_rule_is_told_with_code_and_sentence() {
        theWholePath();
        Answer future = coordinator.post(
                "hours",
                VISIT.replace("S-1", "S-2")
                        .replace("2013-05-03", LocalDate.now().plusDays(2).toString()));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.code()).isEqualTo("hours.future");
        assertThat(future.at("/detail")).contains("in the future");
        assertThat(coordinator
                        .post("hours", VISIT.replace("S-1", "S-2").replace("M-001", "M-9"))
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(coordinator
                        .post("hours/S-9/withdrawal", "{'reason':'twice'}")
                        .code())
                .isEqualTo("unknown-reference");
        assertThat(coordinator.post("timesheets/V-01/2013-06/approval", "{}").code())
                .isEqualTo("unknown-reference");
        assertThat(coordinator
                        .post("sponsors/V-99/return", "{'on':'2013-01-01'}")
                        .code())
                .isEqualTo("unknown-reference");
    }

    @Test
    void everything_wrong_with_a_body_is_named_at_once() {
        Answer answer = coordinator.post("hours", "{'on':'3.5.2013','minutes':1441,'activity':'NAP','extra':1}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("sponsorId", "on", "minutes", "activity", "extra");
    }

    @ParameterizedTest
    @CsvSource({
        "sponsors?from=2013-02-01&to=2013-01-01, to",
        "sponsors?from=yesterday, from",
        "sponsors?limit=0, limit",
        "sponsors?limit=501, limit",
        "sponsors?after=%21, after",
        "sponsors?status=ASLEEP, status",
        "hours?after=AGE, after",
        "hours?status=ASLEEP, status",
        "households?status=ASLEEP, status",
        "engagement?atPosition=-1, atPosition",
        "engagement?knownAt=noon, knownAt",
        "engagement?knownAt=-999999999-01-01T00:00:00Z, knownAt",
        "engagement?knownAt=2013-01-01T00:00:00Z&atPosition=1, knownAt"
    })
    void a_question_that_makes_no_sense_is_told_so(String question, String field) {
        Answer answer = coordinator.get(question);
        assertThat(answer.status()).as(question).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_month_that_is_none_is_refused_and_so_is_a_position_not_yet_reached() {
        assertThat(coordinator.post("timesheets/V-01/2013-13/approval", "{}").status())
                .isEqualTo(400);
        assertThat(coordinator.get("engagement?minPosition=999999999").status()).isEqualTo(503);
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat() {
        theWholePath();
        for (int i = 2; i <= 7; i++) {
            done(
                    "hours",
                    VISIT.replace("S-1", "S-" + i)
                            .replace("05-03", "05-0" + (9 - i))
                            .replace("90", "9"));
        }
        Answer last = done("hours", VISIT.replace("S-1", "S-8").replace("90", "9"));
        String next = "hours?limit=3&" + seen(last);
        List<String> ids = new ArrayList<>();
        for (Answer page = coordinator.get(next); ; page = coordinator.get(next + "&after=" + page.at("/next"))) {
            page.body().get("items").forEach(item -> ids.add(item.get("id").asString()));
            if (page.at("/next") == null) {
                break;
            }
        }
        assertThat(ids).containsExactly("S-7", "S-1", "S-6", "S-8", "S-5", "S-4", "S-3", "S-2");
    }

    @Test
    void filters_narrow_the_lists() {
        theWholePath();
        done("sponsors", SPONSOR.replace("V-01", "V-02").replace("Anna Ahorn", "Bernd Birke"));
        String last =
                seen(done("households", HOUSEHOLD.replace("H-001", "H-002").replace("Nordstadt", "Altstadt")));
        assertThat(ids("sponsors?q=birke&" + last)).containsExactly("V-02");
        assertThat(ids("sponsors?status=ACTIVE&" + last)).containsExactly("V-01");
        assertThat(ids("sponsors?householdId=H-001&" + last)).containsExactly("V-01");
        assertThat(ids("sponsors?to=2011-12-31&" + last)).isEmpty();
        assertThat(ids("households?q=alt&" + last)).containsExactly("H-002");
        assertThat(ids("households?sponsorId=V-01&" + last)).containsExactly("H-001");
        assertThat(ids("households?status=OPEN&" + last)).containsExactly("H-001", "H-002");
        assertThat(ids("sponsorships?status=ENDED&" + last)).isEmpty();
        assertThat(ids("sponsorships?sponsorId=V-01&status=RUNNING&" + last)).containsExactly("M-001");
        assertThat(ids("hours?householdId=H-001&from=2013-05-01&to=2013-05-31&" + last))
                .containsExactly("S-1");
        assertThat(ids("hours?sponsorId=V-02&" + last)).isEmpty();
        assertThat(ids("hours?status=APPROVED&" + last)).isEmpty();
    }

    private List<String> ids(String question) {
        Answer answer = coordinator.get(question);
        assertThat(answer.status()).as(question).isEqualTo(200);
        return StreamSupport.stream(answer.body().get("items").spliterator(), false)
                .map(item -> item.get("id").asString())
                .toList();
    }

    @Test
    void an_auditor_sees_all_but_what_is_written_about_households() {
        String last = seen(theWholePath());
        Caller auditor = as(Role.AUDITOR);
        assertThat(auditor.get("households/H-001?" + last).at("/district")).isEqualTo("Nordstadt");
        assertThat(auditor.get("households/H-001?" + last).at("/name")).isNull();
        assertThat(auditor.get("households?" + last).at("/items/0/name")).isNull();
        assertThat(auditor.get("hours?" + last).at("/items/0/note")).isNull();
        assertThat(auditor.get("sponsors/V-01?" + last).at("/name")).isEqualTo("Anna Ahorn");
        assertThat(auditor.get("sponsors/V-01?" + last).at("/listedConviction")).isNull();
        assertThat(auditor.get("engagement?" + last).at("/bySponsor/0/name")).isEqualTo("Anna Ahorn");
        assertThat(coordinator.get("sponsors/V-01?" + last).at("/listedConviction"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"PARTNER", "FINANCE"})
    void partners_and_finance_see_sums_without_persons(Role role) {
        String last = seen(theWholePath());
        Caller caller = as(role);
        Answer sums = caller.get("engagement?from=2013-01-01&to=2013-12-31&" + last);
        assertThat(sums.at("/totals/minutes")).isEqualTo("90");
        assertThat(sums.at("/totals/activeSponsors")).isEqualTo("1");
        assertThat(sums.body().get("byMonth")).hasSize(12);
        assertThat(sums.body().has("bySponsor")).isFalse();
        for (String list : List.of("sponsors", "households", "sponsorships", "hours", "hours/S-1")) {
            assertThat(caller.get(list).status()).as(list).isEqualTo(403);
        }
    }

    @Test
    void a_sponsor_sees_and_logs_nothing_but_its_own() {
        theWholePath();
        done("sponsors", SPONSOR.replace("V-01", "V-02"));
        String last = seen(
                done("hours", "{'id':'S-2','sponsorId':'V-02','on':'2013-05-03','minutes':60,'activity':'MEETING'}"));
        Caller sponsor = as(Role.SPONSOR);
        assertThat(sponsor.get("sponsors?" + last).body().get("items")).hasSize(1);
        assertThat(sponsor.get("hours?" + last).body().get("items")).hasSize(1);
        assertThat(sponsor.get("hours?sponsorId=V-02&" + last).body().get("items"))
                .isEmpty();
        assertThat(sponsor.get("hours/S-1?" + last).status()).isEqualTo(200);
        assertThat(sponsor.get("hours/S-2?" + last).status()).isEqualTo(404);
        assertThat(sponsor.get("sponsors/V-02?" + last).status()).isEqualTo(404);
        assertThat(sponsor.get("households?" + last).status()).isEqualTo(403);
        assertThat(sponsor.get("engagement?" + last).status()).isEqualTo(403);

        String own = "{'id':'S-3','sponsorId':'V-01','on':'2013-05-03','minutes':60,'activity':'TRAVEL'}";
        assertThat(sponsor.post("hours", own).status()).isEqualTo(201);
        assertThat(sponsor.post("hours/S-3/correction", "{'minutes':30,'reason':'a slip'}")
                        .status())
                .isEqualTo(201);
        assertThat(sponsor.post("hours", own.replace("V-01", "V-02").replace("S-3", "S-4"))
                        .status())
                .isEqualTo(403);
        assertThat(sponsor.post("hours/S-2/withdrawal", "{'reason':'twice'}").status())
                .isEqualTo(403);
        assertThat(sponsor.post("timesheets/V-01/2013-05/approval", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_sees_no_one() {
        Caller admin = as(Role.ADMIN);
        for (String question : List.of("sponsors", "households", "sponsorships", "hours", "engagement")) {
            assertThat(admin.get(question).status()).as(question).isEqualTo(403);
        }
    }

    @Test
    void nobody_approves_their_own_hours_whatever_else_they_are() {
        theWholePath();
        Caller both = as(Role.SPONSOR);
        jdbc.sql("INSERT INTO membership (user_id, partnership, role) SELECT user_id, partnership, 'COORDINATOR'"
                        + " FROM membership WHERE partnership = ? AND role = 'SPONSOR'")
                .param(partnership)
                .update();
        Answer own = both.post("timesheets/V-01/2013-05/approval", "{}");
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.code()).isEqualTo("hours.own-approval");
    }

    @Test
    void no_personal_text_stands_in_the_journal_or_the_view_in_clear() {
        theWholePath();
        done("sponsors/V-01/certificate", "{'seenOn':'2012-01-21','listedConviction':true}");
        done("sponsors/V-01/pause", "{'on':'2013-07-01','reason':'a new job'}");
        Answer last = done("hours/S-1/withdrawal", "{'reason':'wrong Family'}");
        coordinator.get("engagement?" + seen(last));
        String stored = jdbc.sql("""
                        SELECT string_agg(convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8'), ' ')
                        FROM event WHERE partnership = ?""").param(partnership).query(String.class).single()
                + jdbc.sql("SELECT string_agg(s::text, ' ') FROM engagement.sponsor s")
                        .query(String.class)
                        .single()
                + jdbc.sql("SELECT string_agg(s::text, ' ') FROM engagement.hours s")
                        .query(String.class)
                        .single();
        assertThat(stored)
                .contains("enc:v1:")
                .doesNotContain("Anna", "Birnbaum", "read together", "new job", "wrong Family", "homework", "listed");
    }
}
