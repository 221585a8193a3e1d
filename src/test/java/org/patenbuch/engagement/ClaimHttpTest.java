package org.patenbuch.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller.Answer;
import org.patenbuch.kernel.Role;

/** Months submitted and approved, and what is claimed of them, over HTTP. */
class ClaimHttpTest extends PeopleHttpTest {
    private static final String CLAIM = "{'id':'C-1','funder':'P-1','from':'2013-01-01','to':'2013-12-31'}";

    private void approvedHour() {
        theWholePath();
        done("rules", "{'rule':'HOUR_VALUE_CENTS','value':1000,'validFrom':'2012-01-01'}");
        done("rules", "{'rule':'HOUR_VALUE_CENTS','value':1550,'validFrom':'2013-01-01','funder':'P-1'}");
        done("timesheets/V-01/2013-05/approval", "{}");
    }

    @Test
    void a_month_is_submitted_and_approved() {
        theWholePath();
        Answer open = coordinator.get("timesheets?from=2013-05-01&to=2013-05-31&minPosition="
                + done("hours", VISIT.replace("S-1", "S-2")).at("/position"));
        assertThat(open.at("/items/0/status")).isEqualTo("OPEN");
        assertThat(open.at("/items/0/minutes")).isEqualTo("180");
        Answer submitted = as(Role.SPONSOR).post("timesheets/V-01/2013-05/submission", "{}");
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(as(Role.SPONSOR)
                        .post("timesheets/V-01/2013-05/submission", "{}")
                        .code())
                .isEqualTo("timesheet.nothing-to-submit");
        assertThat(as(Role.SPONSOR)
                        .post("timesheets/V-02/2013-05/submission", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(coordinator.get("timesheets?" + seen(submitted)).at("/items/0/status"))
                .isEqualTo("SUBMITTED");
        String approved = seen(done("timesheets/V-01/2013-05/approval", "{}"));
        Answer sheets = coordinator.get("timesheets?status=APPROVED&" + approved);
        assertThat(sheets.at("/items/0/approvedMinutes")).isEqualTo("180");
        assertThat(sheets.at("/items/0/name")).isEqualTo("Anna Ahorn");
        assertThat(as(Role.SPONSOR).get("timesheets").at("/items/0/sponsorId")).isEqualTo("V-01");
        assertThat(as(Role.FINANCE).get("timesheets").status()).isEqualTo(403);
    }

    @Test
    void an_hour_counts_towards_one_funder_and_is_worth_what_that_funder_says() {
        approvedHour();
        String claimed = seen(done("hour-claims", CLAIM));
        Answer claims = as(Role.FINANCE).get("hour-claims?" + claimed);
        assertThat(claims.at("/items/0/minutes")).isEqualTo("90");
        assertThat(claims.at("/items/0/valueCents")).isEqualTo("2325");
        assertThat(coordinator.post("hour-claims", CLAIM.replace("C-1", "C-2")).code())
                .isEqualTo("claim.nothing");
        assertThat(coordinator
                        .post("timesheets/V-01/2013-05/revocation", "{'reason':'too early'}")
                        .code())
                .isEqualTo("hours.claimed");
        done("hour-claims/C-1/withdrawal", "{'reason':'another funder'}");
        done("timesheets/V-01/2013-05/revocation", "{'reason':'too early'}");
        assertThat(coordinator.post("hour-claims", CLAIM.replace("C-1", "C-3")).code())
                .isEqualTo("claim.nothing");
        for (Role role : new Role[] {Role.AUDITOR, Role.PARTNER, Role.SPONSOR}) {
            assertThat(as(role).post("hour-claims", CLAIM).status()).isEqualTo(403);
        }
    }

    @Test
    void of_many_claims_at_once_one_gets_the_hour() throws Exception {
        approvedHour();
        List<Callable<String>> tries = IntStream.range(0, 12)
                .<Callable<String>>mapToObj(n -> () -> coordinator
                        .post("hour-claims", CLAIM.replace("C-1", "C-" + n))
                        .code())
                .toList();
        try (var callers = Executors.newFixedThreadPool(6)) {
            List<String> outcomes = callers.invokeAll(tries).stream()
                    .map(ClaimHttpTest::outcome)
                    .toList();
            assertThat(outcomes).filteredOn("claim.nothing"::equals).hasSize(11);
        }
    }

    private static String outcome(Future<String> future) {
        try {
            return future.get();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void who_gave_a_hundred_hours_is_due_until_thanked() {
        approvedHour();
        done("rules", "{'rule':'RECOGNITION_HOURS','value':1,'validFrom':'2012-01-01'}");
        String rule = seen(done("hours", VISIT.replace("S-1", "S-2").replace("05-03", "05-04")));
        Answer due = coordinator.get("recognitions-due?" + rule);
        assertThat(due.at("/items/0/name")).isEqualTo("Anna Ahorn");
        assertThat(due.at("/items/0/hours")).isEqualTo("3");
        String award = "{'sponsorId':'V-01','awardedOn':'2013-06-01','title':'Thanks','basis':'hours'}";
        done("recognitions", award);
        done("recognitions", award);
        String thanked = seen(done("recognitions", award));
        assertThat(coordinator.get("recognitions-due?" + thanked).at("/items/0"))
                .isNull();
        assertThat(as(Role.SPONSOR).get("recognitions-due").status()).isEqualTo(403);
        done("rules", "{'rule':'RECOGNITION_HOURS','value':0,'validFrom':'2012-01-01'}");
        String never = seen(done("hours", VISIT.replace("S-1", "S-3").replace("05-03", "05-05")));
        assertThat(coordinator.get("recognitions-due?" + never).at("/items/0")).isNull();
    }
}
