package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;

class DialogueHttpTest extends PeopleHttpTest {
    private static final String MEETING = "{'id':'T-1','heldOn':'2013-03-01','title':'Round table',"
            + "'participants':['Frau Sonne','Herr Mond'],'summary':'About money for three years.'}";
    private static final String DEMAND = "{'id':'D-1','raisedOn':'2013-03-02','addressee':'District council',"
            + "'text':'Three years of certainty','meetingId':'T-1','answerBy':'2013-06-30'}";
    private static final String COMMITMENT = "{'id':'K-1','madeOn':'2013-03-01','by':'Savings bank',"
            + "'text':'Pays the training','dueOn':'2013-05-31','meetingId':'T-1','demandId':'D-1'}";
    private static final String RECOGNITION = "{'id':'E-1','sponsorId':'V-01','awardedOn':'2013-03-03',"
            + "'title':'Certificate of honour','basis':'a hundred hours'}";

    private Answer talked() {
        done("meetings", MEETING);
        done("demands", DEMAND);
        done("commitments", COMMITMENT);
        done("sponsors", SPONSOR);
        return done("recognitions", RECOGNITION);
    }

    @Test
    void what_was_recorded_is_listed_as_entered() {
        String seen = seen(talked());
        Answer meetings = coordinator.get("meetings?" + seen);
        assertThat(meetings.at("/items/0/title")).isEqualTo("Round table");
        assertThat(meetings.at("/items/0/participants/1")).isEqualTo("Herr Mond");
        assertThat(meetings.at("/items/0/summary")).isEqualTo("About money for three years.");
        assertThat(coordinator.get("demands/D-1?" + seen).at("/status")).isEqualTo("OPEN");
        assertThat(coordinator.get("demands?q=council").at("/items/0/text")).isEqualTo("Three years of certainty");
        assertThat(coordinator.get("commitments?status=OPEN").at("/items/0/by")).isEqualTo("Savings bank");
        assertThat(coordinator.get("recognitions?sponsorId=V-01").at("/items/0/basis"))
                .isEqualTo("a hundred hours");
        assertThat(coordinator.get("recognitions?sponsorId=V-02").at("/items/0"))
                .isNull();
        assertThat(as(Role.AUDITOR).get("meetings/T-1").status()).isEqualTo(200);
        assertThat(coordinator.text("events").body())
                .doesNotContain("Mond", "three years", "certainty", "Pays", "hundred hours");
    }

    @Test
    void what_is_due_is_listed_until_it_is_done() {
        Answer talked = talked();
        Answer due = coordinator.get("follow-ups?" + seen(talked));
        assertThat(due.at("/items/0/kind")).isEqualTo("COMMITMENT");
        assertThat(due.at("/items/0/dueOn")).isEqualTo("2013-05-31");
        assertThat(due.at("/items/1/with")).isEqualTo("District council");
        assertThat(coordinator.get("follow-ups?to=2013-05-31").at("/items/1")).isNull();
        Answer first = coordinator.get("follow-ups?limit=1");
        assertThat(coordinator
                        .get("follow-ups?limit=1&after=" + first.at("/next"))
                        .at("/items/0/id"))
                .isEqualTo("D-1");

        done("commitments/K-1/postponement", "{'dueOn':'2013-07-31','reason':'holidays'}");
        done("demands/D-1/answer", "{'on':'2013-06-01','answer':'PARTLY_MET','note':'for two years'}");
        Answer postponed = done("commitments/K-1/fulfilment", "{'on':'2013-06-02'}");

        assertThat(coordinator.get("follow-ups?" + seen(postponed)).at("/items/0"))
                .isNull();
        assertThat(coordinator
                        .get("follow-ups?atPosition=" + talked.at("/position"))
                        .at("/items/1/id"))
                .isEqualTo("D-1");
        Answer demand = coordinator.get("demands/D-1");
        assertThat(demand.at("/answer")).isEqualTo("PARTLY_MET");
        assertThat(demand.at("/note")).isEqualTo("for two years");
        assertThat(coordinator.get("commitments/K-1").at("/dueOn")).isEqualTo("2013-07-31");
    }

    @Test
    void what_was_a_mistake_is_withdrawn() {
        talked();
        done("meetings/T-1/withdrawal", "{'reason':'typed twice'}");
        done("demands/D-1/withdrawal", "{'reason':'typed twice'}");
        done("commitments/K-1/drop", "{'reason':'typed twice'}");
        String seen = seen(done("recognitions/E-1/revocation", "{'reason':'typed twice'}"));
        assertThat(coordinator.get("meetings/T-1?" + seen).at("/status")).isEqualTo("WITHDRAWN");
        assertThat(coordinator.get("demands/D-1").at("/status")).isEqualTo("WITHDRAWN");
        assertThat(coordinator.get("commitments/K-1").at("/status")).isEqualTo("DROPPED");
        assertThat(coordinator.get("recognitions/E-1").at("/status")).isEqualTo("REVOKED");
    }

    @Test
    void sending_twice_is_harmless_and_other_content_is_refused() {
        talked();
        Answer again = coordinator.post("meetings", MEETING);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(coordinator
                        .post("meetings", MEETING.replace("Mond", "Stern"))
                        .code())
                .isEqualTo("id.reused");
    }

    @Test
    void refusals_say_what_is_wrong() {
        assertThat(coordinator.post("meetings", "{}").status()).isEqualTo(400);
        assertThat(coordinator
                        .post("meetings", MEETING.replace("['Frau Sonne','Herr Mond']", "'all'"))
                        .at("/errors/0/field"))
                .isEqualTo("participants");
        assertThat(coordinator.post("demands", DEMAND).code()).isEqualTo("unknown-reference");
        assertThat(coordinator.post("recognitions", RECOGNITION).code()).isEqualTo("unknown-reference");
        assertThat(coordinator.post("commitments/K-9/drop", "{'reason':'none'}").code())
                .isEqualTo("unknown-reference");
        assertThat(coordinator.get("meetings/T-9").status()).isEqualTo(404);
        assertThat(coordinator.get("demands?status=LOST").status()).isEqualTo(400);
        assertThat(coordinator.get("follow-ups?after=eA").status()).isEqualTo(400);
        for (Role role : new Role[] {Role.FINANCE, Role.AUDITOR, Role.PARTNER, Role.SPONSOR}) {
            assertThat(as(role).post("meetings", MEETING).status()).isEqualTo(403);
        }
        assertThat(as(Role.PARTNER).get("meetings").status()).isEqualTo(403);
    }
}
