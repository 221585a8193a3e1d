package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.Caller.Answer;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.Journal;
import org.patenbuch.kernel.Role;
import org.patenbuch.projections.Positions;
import org.patenbuch.sponsorship.CertificateDeletions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a sponsor over HTTP, and what of a certificate is seen by whom, and for how long. */
class SponsorPathHttpTest extends PeopleHttpTest {
    @Autowired
    private EngagementView view;

    @Autowired
    private Journal journal;

    @Autowired
    private Positions positions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CertificateDeletions certificates;

    @Test
    void each_step_shows_and_each_mistake_is_taken_back_by_its_own_command() {
        done("sponsors", SPONSOR);
        String spoken = seen(done("sponsors/V-01/interview", "{'heldOn':'2012-01-05','note':'likes children'}"));
        Answer sponsor = coordinator.get("sponsors/V-01?" + spoken);
        assertThat(sponsor.at("/status")).isEqualTo("INTERVIEWED");
        assertThat(sponsor.at("/interviewedOn")).isEqualTo("2012-01-05");
        String trained = seen(done("sponsors/V-01/training", "{'completedOn':'2012-01-10','hours':30}"));
        assertThat(coordinator.get("sponsors/V-01?" + trained).at("/status")).isEqualTo("TRAINED");

        done("sponsors/V-01/training/withdrawal", "{'completedOn':'2012-01-10','reason':'another person'}");
        String back =
                seen(done("sponsors/V-01/interview/withdrawal", "{'heldOn':'2012-01-05','reason':'another person'}"));
        assertThat(coordinator.get("sponsors/V-01?" + back).at("/status")).isEqualTo("REGISTERED");
        done("sponsors/V-01/departure", "{'on':'2012-02-01','reason':'moves'}");
        String here = seen(done("sponsors/V-01/departure/withdrawal", "{'reason':'stays'}"));
        assertThat(coordinator.get("sponsors/V-01?" + here).at("/status")).isEqualTo("REGISTERED");
        Answer again = coordinator.post("sponsors/V-01/departure/withdrawal", "{'reason':'stays'}");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("sponsor.still-here");
        assertThat(coordinator.text("events").body()).doesNotContain("children", "another person", "stays");
    }

    @Test
    void a_listed_conviction_blocks_and_only_the_coordinator_learns_why() {
        done("sponsors", SPONSOR);
        done("sponsors/V-01/training", "{'completedOn':'2012-01-10'}");
        done("sponsors/V-01/certificate", "{'seenOn':'2012-01-20','listedConviction':true}");
        String last = seen(done("sponsors/V-01/certificate", "{'seenOn':'2012-01-30','listedConviction':false}"));
        assertThat(coordinator.get("sponsors/V-01?" + last).at("/lacks")).isEqualTo("CONVICTION");
        done("households", HOUSEHOLD);
        Answer refused = coordinator.post("sponsorships", SPONSORSHIP);
        assertThat(refused.code()).isEqualTo("sponsor.not-eligible");

        for (Role role : new Role[] {Role.AUDITOR, Role.SPONSOR}) {
            Caller other = as(role);
            Answer shown = other.get("sponsors/V-01?" + last);
            assertThat(shown.at("/listedConviction")).isNull();
            // Exactly as of somebody of whom none has been seen
            assertThat(shown.at("/lacks")).isEqualTo("CERTIFICATE");
            assertThat(shown.at("/status")).isEqualTo("TRAINED");
            assertThat(shown.at("/certificateSeenOn")).isNull();
            assertThat(other.get("sponsors?status=CERTIFICATE_SEEN").at("/items/0"))
                    .isNull();
        }
        String events = as(Role.AUDITOR).text("events?type=CertificateSeen").body();
        assertThat(events).doesNotContain("listed", "clean", "2012-01-20");
        assertThat(sealedLengths(events)).hasSize(1);
    }

    private static List<Integer> sealedLengths(String events) {
        return java.util.regex.Pattern.compile("enc:v1:[^\"]+")
                .matcher(events)
                .results()
                .map(found -> found.group().length())
                .distinct()
                .toList();
    }

    @Test
    void facts_of_a_certificate_are_deleted_by_date_and_nobody_knows_them_any_more() {
        theWholePath();
        done("sponsors", SPONSOR.replace("V-01", "V-02"));
        done("sponsors/V-02/certificate", "{'seenOn':'2012-01-20','listedConviction':true}");
        done("sponsors/V-02/departure", "{'on':'2012-02-01','reason':'not possible'}");
        long before = done("sponsorships/M-001/end", "{'on':'2013-06-30','outcome':'GOAL_REACHED'}")
                .body()
                .at("/position")
                .asLong();
        long gone = done("sponsors/V-01/departure", "{'on':'2013-07-01','reason':'moves'}")
                .body()
                .at("/position")
                .asLong();
        positions.await(EngagementView.NAME, gone);

        await().untilAsserted(
                        () -> { // it looks at the view, which may be a moment behind
                            certificates.deleteWhatIsDue(LocalDate.of(2013, 12, 31));
                            assertThat(deletions()).containsExactly("V-02 NO_ACTIVITY");
                        });
        certificates.deleteWhatIsDue(LocalDate.of(2014, 1, 1));
        assertThat(deletions()).containsExactly("V-02 NO_ACTIVITY", "V-01 ACTIVITY_ENDED");
        certificates.deleteWhatIsDue(LocalDate.of(2014, 1, 2));
        assertThat(deletions()).hasSize(2);

        long last = coordinator.get("events?limit=500").body().at("/position").asLong();
        positions.await(EngagementView.NAME, last);
        for (String sponsor : List.of("V-01", "V-02")) {
            Answer now = coordinator.get("sponsors/" + sponsor + "?minPosition=" + last);
            assertThat(now.at("/certificateSeenOn")).isNull();
            assertThat(now.at("/listedConviction")).isEqualTo("false");
            assertThat(coordinator
                            .get("sponsors/" + sponsor + "?atPosition=" + before)
                            .at("/certificateSeenOn"))
                    .isNull();
        }
        assertThat(kept("SELECT count(*) FROM engagement.sponsor WHERE partnership = ?"
                        + " AND (certificate_seen_on <> '{}' OR listed_conviction)"))
                .isZero();
        assertThat(kept("SELECT count(*) FROM sponsor_standing WHERE partnership = ?"
                        + " AND (certificate_seen_on <> '{}' OR listed_conviction)"))
                .isZero();
        assertThat(kept("SELECT count(*) FROM keys.person_key WHERE subject LIKE ? || '/certificate%'"))
                .isZero();
        assertRebuiltEqual();
    }

    @Test
    void after_a_mistake_was_deleted_another_certificate_is_seen() {
        done("sponsors", SPONSOR);
        done("sponsors/V-01/training", "{'completedOn':'2012-01-10'}");
        done("sponsors/V-01/certificate", "{'seenOn':'2012-01-20','listedConviction':true}");
        done("sponsors/V-01/certificate/deletion", "{}");
        assertThat(coordinator.post("sponsors/V-01/certificate/deletion", "{}").code())
                .isEqualTo("sponsor.no-certificate");
        String last = seen(done("sponsors/V-01/certificate", "{'seenOn':'2012-01-30','listedConviction':false}"));
        assertThat(coordinator.get("sponsors/V-01?" + last).at("/certificateSeenOn"))
                .isEqualTo("2012-01-30");
        assertThat(coordinator.get("sponsors/V-01?" + last).at("/listedConviction"))
                .isEqualTo("false");
        assertRebuiltEqual();
        assertThat(coordinator
                        .post("sponsors/V-01/certificate/deletion", "{'reason':'a note'}")
                        .status())
                .isEqualTo(400);
        assertThat(as(Role.AUDITOR)
                        .post("sponsors/V-01/certificate/deletion", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_certificates_that_run_out_next_come_first() {
        theWholePath();
        done("sponsors", SPONSOR.replace("V-01", "V-02"));
        done("sponsors/V-02/certificate", "{'seenOn':'2012-01-05','listedConviction':false}");
        done("sponsors", SPONSOR.replace("V-01", "V-03"));
        String last = seen(done("sponsors/V-03/certificate", "{'seenOn':'2012-01-05','listedConviction':true}"));
        Answer due = coordinator.get("certificates-due?" + last);
        assertThat(due.at("/items/0/sponsorId")).isEqualTo("V-02");
        assertThat(due.at("/items/0/validUntil")).isEqualTo("2017-01-05");
        assertThat(due.at("/items/1/sponsorId")).isEqualTo("V-01");
        assertThat(due.at("/items/2")).isNull();
        assertThat(coordinator
                        .get("certificates-due?from=2017-01-06&to=2017-01-20")
                        .at("/items/0/name"))
                .isEqualTo("Anna Ahorn");
        Answer first = coordinator.get("certificates-due?limit=1");
        assertThat(coordinator
                        .get("certificates-due?after=" + first.at("/next"))
                        .at("/items/0/sponsorId"))
                .isEqualTo("V-01");
        assertThat(as(Role.SPONSOR).get("certificates-due").status()).isEqualTo(403);
        assertThat(as(Role.FINANCE).get("certificates-due").status()).isEqualTo(403);
    }

    private List<String> deletions() {
        Answer events = coordinator.get("events?type=CertificateDeleted");
        List<String> told = new ArrayList<>();
        events.body()
                .get("items")
                .forEach(item -> told.add(item.at("/payload/sponsorId").asString() + " "
                        + item.at("/payload/because").asString()));
        return told;
    }

    private long kept(String sql) {
        return jdbc.sql(sql).param(partnership).query(Long.class).single();
    }

    private void assertRebuiltEqual() {
        List<Entry> own = new ArrayList<>();
        journal.each(partnership, Long.MAX_VALUE, own::add);
        positions.await(EngagementView.NAME, own.getLast().position());
        String rows = "SELECT string_agg(s::text, chr(10) ORDER BY id, since) FROM engagement.sponsor s"
                + " WHERE partnership = ?";
        String live = jdbc.sql(rows).param(partnership).query(String.class).single();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String table : List.of("sponsor", "household", "sponsorship", "hours", "month_sum")) {
                jdbc.sql("DELETE FROM engagement." + table + " WHERE partnership = ?")
                        .param(partnership)
                        .update();
            }
            view.hear(own);
            assertThat(jdbc.sql(rows).param(partnership).query(String.class).single())
                    .isEqualTo(live);
        });
    }
}
