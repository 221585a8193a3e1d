package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;

/** The commands about people and hours over HTTP, as the contract says. */
class PeopleApiTest extends PeopleHttpTest {
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
    void who_is_not_eligible_is_told_what_is_missing() {
        done("sponsors", SPONSOR);
        done("households", HOUSEHOLD);
        Answer untrained = coordinator.post("sponsorships", SPONSORSHIP);
        assertThat(untrained.status()).isEqualTo(422);
        assertThat(untrained.code()).isEqualTo("sponsor.not-eligible");
        assertThat(untrained.at("/detail")).contains("the training is missing");
        done("sponsors/V-01/training", "{'completedOn':'2012-01-10'}");
        assertThat(coordinator.post("sponsorships", SPONSORSHIP).at("/detail")).contains("has not been seen yet");
    }

    @Test
    void everything_wrong_with_a_body_is_named_at_once() {
        Answer answer = coordinator.post("hours", "{'on':'3.5.2013','minutes':1441,'activity':'NAP','extra':1}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder("sponsorId", "on", "minutes", "activity", "extra");
    }

    @Test
    void a_month_that_is_none_is_refused_and_so_is_a_position_not_yet_reached() {
        assertThat(coordinator.post("timesheets/V-01/2013-13/approval", "{}").status())
                .isEqualTo(400);
        assertThat(coordinator.get("engagement?minPosition=999999999").status()).isEqualTo(503);
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
