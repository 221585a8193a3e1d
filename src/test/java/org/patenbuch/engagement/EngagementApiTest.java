package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;

/** The questions about people and hours over HTTP, as the contract says, and to whom they are answered how far. */
class EngagementApiTest extends PeopleHttpTest {
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
    void an_administrator_sees_no_one() {
        Caller admin = as(Role.ADMIN);
        for (String question : List.of("sponsors", "households", "sponsorships", "hours", "engagement")) {
            assertThat(admin.get(question).status()).as(question).isEqualTo(403);
        }
    }
}
