package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;

/** Consent, waiting list, phases, notes and follow-up over HTTP. */
class AccompanyHttpTest extends PeopleHttpTest {
    @Test
    void without_consent_no_sponsorship_begins_and_others_go_on() {
        theWholePath();
        Answer withdrawn =
                done("households/H-001/consent/withdrawal", "{'on':'2013-06-01','reason':'does not want to'}");
        Answer household = coordinator.get("households/H-001?" + seen(withdrawn));
        assertThat(household.at("/consentWithdrawnOn")).isEqualTo("2013-06-01");
        done("sponsors", SPONSOR.replace("V-01", "V-02"));
        done("sponsors/V-02/training", "{'completedOn':'2012-01-10'}");
        done("sponsors/V-02/certificate", "{'seenOn':'2012-01-20','listedConviction':false}");
        String second = SPONSORSHIP.replace("M-001", "M-002").replace("V-01", "V-02");
        Answer refused = coordinator.post("sponsorships", second.replace("2012-02-01", "2013-06-01"));
        assertThat(refused.code()).isEqualTo("household.no-consent");
        done("sponsorships", second.replace("2012-02-01", "2013-05-31"));
        String again = seen(done("households/H-001/consent", "{'givenOn':'2013-07-01','scope':'visits'}"));
        assertThat(coordinator.get("households/H-001?" + again).at("/consent/scope"))
                .isEqualTo("visits");
        assertThat(coordinator.get("households/H-001").at("/consentWithdrawnOn"))
                .isNull();
        done("sponsors", SPONSOR.replace("V-01", "V-03"));
        assertThat(coordinator.text("events").body()).doesNotContain("does not want");
    }

    @Test
    void households_without_a_sponsor_wait_in_the_order_of_their_days() {
        theWholePath();
        done(
                "households",
                HOUSEHOLD.replace("H-001", "H-002").replace("'openedOn':'2012-01-01'", "'openedOn':'2013-03-01'"));
        String both = seen(done("sponsorships/M-001/end", "{'on':'2013-06-30','outcome':'MOVED'}"));
        Answer waiting = coordinator.get("waiting-list?" + both);
        assertThat(waiting.at("/items/0/householdId")).isEqualTo("H-002");
        assertThat(waiting.at("/items/1/householdId")).isEqualTo("H-001");
        assertThat(waiting.at("/items/1/since")).isEqualTo("2013-06-30");
        Answer first = coordinator.get("waiting-list?limit=1");
        assertThat(coordinator.get("waiting-list?after=" + first.at("/next")).at("/items/0/householdId"))
                .isEqualTo("H-001");
        String closed = seen(done("households/H-002/closure", "{'on':'2013-07-01','reason':'none'}"));
        assertThat(coordinator.get("waiting-list?" + closed).at("/items/1")).isNull();
        assertThat(as(Role.SPONSOR).get("waiting-list").status()).isEqualTo(403);
    }

    @Test
    void a_sponsorship_tells_its_phase_and_when_to_ask() {
        theWholePath();
        done("sponsorships/M-001/phase", "{'phase':'ACCOMPANYING','on':'2013-01-01'}");
        String rhythm = seen(done("sponsorships/M-001/rhythm", "{'everyDays':14,'from':'2013-01-01'}"));
        Answer sponsorship = coordinator.get("sponsorships/M-001?" + rhythm);
        assertThat(sponsorship.at("/phase")).isEqualTo("ACCOMPANYING");
        assertThat(sponsorship.at("/everyDays")).isEqualTo("14");
        // The last hours are of 3 May
        assertThat(coordinator.get("follow-ups").at("/items/0/kind")).isEqualTo("CONTACT");
        assertThat(coordinator.get("follow-ups").at("/items/0/dueOn")).isEqualTo("2013-05-17");

        String ended = seen(done(
                "sponsorships/M-001/end",
                "{'on':'2013-06-30','outcome':'HANDED_TO_PROFESSIONALS',"
                        + "'followUp':{'with':'Youth office','dueOn':'2013-09-30'}}"));
        Answer due = coordinator.get("follow-ups?" + ended);
        assertThat(due.at("/items/0/kind")).isEqualTo("HANDOVER");
        assertThat(due.at("/items/0/with")).isEqualTo("Youth office");
        assertThat(due.at("/items/1")).isNull();
        String asked = seen(done("sponsorships/M-001/follow-up/done", "{'on':'2013-09-20','note':'all well'}"));
        assertThat(coordinator.get("follow-ups?" + asked).at("/items/0")).isNull();
        assertThat(coordinator
                        .post("sponsorships/M-001/follow-up/done", "{'on':'2013-09-20'}")
                        .code())
                .isEqualTo("sponsorship.no-follow-up");
    }

    @Test
    void notes_are_for_coordinators_only() {
        theWholePath();
        done("sponsorships/M-001/notes", "{'id':'N-1','on':'2013-05-04','text':'the mother is ill'}");
        String taken = seen(done("sponsorships/M-001/notes", "{'id':'N-2','on':'2013-05-05','text':'nothing'}"));
        assertThat(coordinator.get("sponsorships/M-001/notes?" + taken).at("/items/0/text"))
                .isEqualTo("the mother is ill");
        assertThat(coordinator.text("events").body()).doesNotContain("mother");
        String gone = seen(done("sponsorships/M-001/notes/N-2/withdrawal", "{}"));
        assertThat(coordinator
                        .get("sponsorships/M-001/notes?status=TAKEN&" + gone)
                        .at("/items/1"))
                .isNull();
        for (Role role : new Role[] {Role.AUDITOR, Role.SPONSOR, Role.FINANCE, Role.PARTNER}) {
            assertThat(as(role).get("sponsorships/M-001/notes").status())
                    .as(role.name())
                    .isEqualTo(403);
        }
    }

    @Test
    void who_may_accompany_is_suggested_with_what_speaks_for_each() {
        theWholePath();
        done("households", HOUSEHOLD.replace("H-001", "H-002"));
        done("households/H-002/profile", "{'languages':['ar','de']}");
        for (String sponsor : new String[] {"V-02", "V-03", "V-04"}) {
            done("sponsors", SPONSOR.replace("V-01", sponsor));
            done("sponsors/" + sponsor + "/training", "{'completedOn':'2012-01-10'}");
            done("sponsors/" + sponsor + "/certificate", "{'seenOn':'2012-01-20','listedConviction':false}");
        }
        done("sponsors/V-04/profile", "{'languages':['ar'],'districts':['Nordstadt','a,b \\\\ {c}']}");
        String last = seen(done("sponsors/V-03/pause", "{'on':'2013-01-01'}"));

        Answer found = coordinator.get("households/H-002/suggestions?from=2013-06-01&" + last);
        assertThat(found.at("/items/0/sponsorId")).isEqualTo("V-04");
        assertThat(found.body().at("/items/0/reasons").toString()).isEqualTo("[\"DISTRICT\",\"LANGUAGE\",\"FREE\"]");
        assertThat(found.at("/items/1/sponsorId")).isEqualTo("V-01");
        assertThat(found.body().at("/items/1/reasons").toString()).isEqualTo("[\"DISTRICT\",\"NEED\"]");
        assertThat(found.at("/items/2/sponsorId")).isEqualTo("V-02");
        assertThat(found.at("/items/2/freePlaces")).isEqualTo("3");
        assertThat(found.at("/items/3")).isNull();
        assertThat(coordinator.get("sponsors/V-04").at("/districts/1")).isEqualTo("a,b \\ {c}");
        done("rules", "{'rule':'SPONSOR_CAPACITY','value':1,'validFrom':'2013-01-01'}");
        String fewer = seen(done("sponsors/V-02/pause", "{'on':'2013-01-01'}"));
        assertThat(coordinator
                        .get("households/H-002/suggestions?from=2013-06-01&" + fewer)
                        .at("/items/1"))
                .isNull();
        assertThat(coordinator.get("households/H-009/suggestions").status()).isEqualTo(404);
        assertThat(as(Role.SPONSOR).get("households/H-002/suggestions").status())
                .isEqualTo(403);
        assertThat(coordinator
                        .post("sponsors/V-04/profile", "{'languages':['Deutsch'],'districts':[]}")
                        .at("/errors/0/code"))
                .isEqualTo("form.not-a-language");
    }
}
