package org.patenbuch.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.kernel.Role;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.web.Site;

/** Two people at the same entry: the slower one is told what the faster one did before anything counts. */
class MeanwhileTest extends PeopleHttpTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final String TOLD = "Inzwischen hat jemand anderes hier etwas geändert";

    private Caller faster;
    private Site pages;

    @BeforeEach
    void twoPeople() {
        faster = as(Role.COORDINATOR);
        pages = atThePages();
    }

    @Test
    void what_a_colleague_changed_is_told_and_what_was_typed_stays() {
        String path = "/" + partnership + "/sponsors/V-01/profile";
        String seen = open(path, theWholePath().at("/position"));
        Map<String, String> typed = Map.of("id", "P-9", "districts", "Altstadt", "seen", seen);
        said(faster.post("sponsors/V-01/profile", "{'id':'P-8','languages':['tr'],'districts':['Nordstadt']}"));

        HttpResponse<String> answer = pages.submit(path, typed);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(TOLD, faster.login(), ">Altstadt</textarea>");
        assertThat(coordinator.get("sponsors/V-01").at("/districts/0")).isNotEqualTo("Altstadt");

        Map<String, String> again = with(typed, seen(answer));
        assertThat(pages.submit(path, again).statusCode()).isEqualTo(302);
        assertThat(pages.submit(path, again).statusCode()).as("a second click").isEqualTo(302);
    }

    @Test
    void ones_own_entries_and_those_about_others_stop_nobody() {
        String path = "/" + partnership + "/sponsors/V-01/profile";
        String seen = open(path, theWholePath().at("/position"));
        said(coordinator.post("sponsors/V-01/profile", "{'id':'P-7','districts':['Nordstadt']}"));
        said(faster.post("sponsors", SPONSOR.replace("V-01", "V-02")));

        assertThat(pages.submit(path, Map.of("id", "P-9", "districts", "Altstadt", "seen", seen))
                        .statusCode())
                .isEqualTo(302);
        for (String unreadable : List.of("", "gestern", "-1", "99999999999999999999")) {
            Map<String, String> typed = Map.of("districts", "Altstadt", "seen", unreadable);
            assertThat(pages.submit(path, typed).statusCode()).as(unreadable).isEqualTo(302);
        }
    }

    @Test
    void money_is_told_at_the_check_and_once_more_before_it_is_booked() {
        LocalDate day = LocalDate.of(2013, 1, 1);
        send(new OpenFund(partnership, "F-1", "Topf", "Zweck", false, null));
        long made = send(new MakePledge(
                        partnership, "Z-1", "P-1", "F-1", 50_00, day, day.plusYears(1), List.of(), null))
                .position();
        Site finance = atThePages(as(Role.FINANCE));
        String path = "/" + partnership + "/money/enter/pledge-amendment";
        // The form does not wait for the views, and what they have not heard counts as not seen
        String seen = await().until(() -> seen(finance.get(path + "?of=Z-1")), known -> Long.parseLong(known) >= made);
        Map<String, String> typed =
                Map.of("id", "N-9", "of", "Z-1", "amountCents", "40", "reason", "weniger", "seen", seen);
        assertThat(finance.submit(path, typed).body()).contains("Stimmt alles?", "value=\"" + seen + "\"");
        Caller other = as(Role.FINANCE);
        Caller.Answer more = other.post("pledges/Z-1/amendment", "{'id':'N-8','amountCents':6000,'reason':'more'}");
        said(more);

        for (String step : List.of("check", "book")) {
            Map<String, String> sent = new HashMap<>(typed);
            sent.put("step", step);
            HttpResponse<String> answer = finance.submit(path, sent);
            assertThat(answer.statusCode()).as(step).isEqualTo(409);
            assertThat(answer.body()).contains(TOLD, other.login(), "60,00", "value=\"40\"");
            assertThat(Long.parseLong(seen(answer))).isGreaterThan(Long.parseLong(seen));
        }
        assertThat(other.get("pledges/Z-1?" + seen(more)).at("/amountCents")).isEqualTo("6000");
    }

    @Test
    void a_month_with_hours_nobody_has_looked_at_is_not_approved() {
        theWholePath();
        done("sponsors", SPONSOR.replace("V-01", "V-02"));
        String put = done(
                        "hours", "{'id':'S-2','sponsorId':'V-02','on':'2013-05-04','minutes':60,'activity':'MEETING'}")
                .at("/position");
        String path = "/" + partnership + "/people/timesheets";
        String seen = open(path + "?month=2013-05", put);
        Caller.Answer visit =
                as(Role.SPONSOR).post("hours", VISIT.replace("S-1", "S-3").replace("90", "600"));
        said(visit);

        Map<String, String> all = Map.of("month", "2013-05", "all", "true", "seen", seen);
        HttpResponse<String> sent = pages.submit(path + "/approval", all);
        String shown = follow(sent);
        assertThat(shown).contains("V-01 ist nicht freigegeben");
        assertThat(Long.parseLong(seen(shown)))
                .as("what came in between can be seen now")
                .isGreaterThanOrEqualTo(Long.parseLong(visit.at("/position")));
        assertThat(coordinator.get("hours/S-1").at("/status")).isEqualTo("LOGGED");
        approved("S-2");

        String looked = open(path + "?month=2013-05", visit.at("/position"));
        follow(pages.submit(path + "/approval", with(all, looked)));
        approved("S-3");
    }

    private void approved(String entry) {
        await().untilAsserted(() ->
                assertThat(coordinator.get("hours/" + entry).at("/status")).isEqualTo("APPROVED"));
    }

    private String open(String path, String minPosition) {
        return seen(pages.get(path + (path.contains("?") ? "&" : "?") + "minPosition=" + minPosition));
    }

    private String follow(HttpResponse<String> sent) {
        return pages.get(sent.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", ""))
                .body();
    }

    private static void said(Caller.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private static String seen(HttpResponse<String> page) {
        return seen(page.body());
    }

    private static String seen(String page) {
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private static Map<String, String> with(Map<String, String> typed, String seen) {
        Map<String, String> changed = new HashMap<>(typed);
        changed.put("seen", seen);
        return changed;
    }
}
