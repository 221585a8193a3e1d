package org.patenbuch.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.web.Site;

/** A coordinator works through pages and forms, without scripts: V-01 accompanies H-001 in M-001. */
class PeopleFormsTest extends PeopleHttpTest {
    private Site pages;

    @BeforeEach
    void comeIn() {
        String last = theWholePath().at("/position");
        assertThat(coordinator.get("engagement?minPosition=" + last).status()).isEqualTo(200); // read before looked at
        pages = atThePages();
    }

    private String see(String path) {
        HttpResponse<String> answer = pages.get("/" + partnership + path, "Accept-Language", "de");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Fills a form in and sends it; follows where it leads. */
    private String enter(String path, String form) {
        HttpResponse<String> answer = pages.post("/" + partnership + path, form + "&_csrf=" + token());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(302);
        String there = answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
        HttpResponse<String> shown = pages.get(there, "Accept-Language", "de");
        assertThat(shown.statusCode()).as(there).isEqualTo(200);
        return shown.body();
    }

    /** Sends a form that is refused, and reads it again. */
    private String refused(String path, String form) {
        HttpResponse<String> answer = pages.post("/" + partnership + path, form + "&_csrf=" + token());
        assertThat(answer.statusCode()).as(path).isIn(200, 422);
        return answer.body();
    }

    private String token() {
        return URLEncoder.encode(pages.token().orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Test
    void what_matching_asks_of_sponsor_and_household_is_entered_and_shown() {
        done("households", HOUSEHOLD.replace("H-001", "H-002").replace("Nordstadt", "Altstadt"));
        assertThat(see("/people/sponsors/V-01")).contains("/sponsors/V-01/profile");

        String sponsor = enter(
                "/sponsors/V-01/profile",
                "id=P1&languages=ar&languages=uk&" + fields(Map.of("districts", "Altstadt\nAm Wall")));
        assertThat(sponsor).contains("Erfasst", "Arabisch, Ukrainisch", "Altstadt, Am Wall");
        String again = see("/sponsors/V-01/profile");
        assertThat(again).containsPattern("value=\"ar\"[^>]*checked").contains("Altstadt\nAm Wall");
        String household = enter("/households/H-002/profile", "id=P2&languages=ar");
        assertThat(household).contains("Arabisch");
        assertThat(see("/people/households/H-002?on=2013-06-01"))
                .contains("V-01 Anna Ahorn", "kennt das Quartier", "spricht die Sprache", "kennt das Anliegen");

        String none = enter("/sponsors/V-01/profile", "id=P3&districts=Altstadt");
        assertThat(none).doesNotContain("Arabisch").contains("Altstadt");
    }

    @Test
    void each_step_of_a_sponsor_is_taken_back_by_its_own_form() {
        String spoken = enter("/people/sponsors/V-01/interview", "id=I1&heldOn=2012-01-05&note=offen");
        assertThat(spoken).contains("/sponsors/V-01/interview-withdrawal", "/sponsors/V-01/training-withdrawal");
        assertThat(see("/sponsors/V-01/interview-withdrawal")).contains("value=\"2012-01-05\"");
        String unsaid = refused("/sponsors/V-01/interview-withdrawal", "id=X0&heldOn=2012-01-05&reason=");
        assertThat(unsaid).contains("id=\"reason-wrong\"", "value=\"2012-01-05\"");
        String wrongDay = refused("/sponsors/V-01/interview-withdrawal", "id=X1&heldOn=2012-01-06&reason=vertippt");
        assertThat(wrongDay).contains("id=\"heldOn-wrong\"", "vertippt");
        assertThat(enter("/sponsors/V-01/interview-withdrawal", "id=X2&heldOn=2012-01-05&reason=vertippt"))
                .doesNotContain("/interview-withdrawal\"");
        enter("/sponsors/V-01/training-withdrawal", "id=X3&completedOn=2012-01-10&reason=vertippt");
        assertThat(see("/sponsors/V-01/certificate-deletion")).contains(">Endgültig löschen<");
        String empty = enter("/sponsors/V-01/certificate-deletion", "id=X4");
        assertThat(empty).contains("interessiert").doesNotContain("20.01.2012");

        enter("/people/sponsors/V-01/departure", "id=D1&on=2013-07-01&reason=zieht+um");
        String left = see("/people/sponsors/V-01");
        assertThat(left).contains("departure-withdrawal").doesNotContain("Macht Pause");
        assertThat(enter("/sponsors/V-01/departure-withdrawal", "id=X5&reason=bleibt+doch"))
                .contains("Macht Pause");
        String history = see("/journal?stream=sponsor/V-01");
        assertThat(history).contains("05.01.2012", "von caller-");
    }

    @Test
    void a_household_is_taken_in_and_closed() {
        assertThat(see("/people/households")).contains("/households/new");
        String unsaid = refused("/households/new", "id=H-9&district=Altstadt&need=Lesen&openedOn=2013-02-01");
        assertThat(unsaid).contains("consent", "value=\"Altstadt\"", "value=\"Lesen\"");
        String taken = enter(
                "/households/new",
                fields(Map.of(
                        "id", "H-9",
                        "district", "Altstadt",
                        "need", "Lesen",
                        "referredBy", "P-1",
                        "openedOn", "2013-02-01",
                        "consent.givenOn", "2013-02-01",
                        "consent.scope", "Begleitung")));
        assertThat(taken).contains("H-9", "Wohnbau", "Noch niemand begleitet diesen Haushalt");
        assertThat(see("/people?year=2013")).contains("data-waiting-list").contains("H-9");
        String early = refused("/households/H-9/closure", "id=X1&on=2013-01-01&reason=verzogen&step=send");
        assertThat(early).contains("id=\"on-wrong\"", "verzogen");
        assertThat(enter("/households/H-9/closure", "id=X1&on=2013-03-01&reason=verzogen&step=send"))
                .contains("01.03.2013");
    }

    @Test
    void a_sponsorship_goes_its_way_to_the_hand_over_and_the_question_after_it() {
        assertThat(see("/people/sponsors/V-01")).contains("/people/sponsorships/M-001");
        assertThat(enter("/sponsorships/M-001/phase", "id=F1&phase=ACCOMPANYING&on=2013-01-01"))
                .contains("Begleitung");
        assertThat(enter("/sponsorships/M-001/rhythm", "id=R1&everyDays=14&from=2013-01-01"))
                .contains(">14<");
        assertThat(see("/dialogue")).contains("Kontakt fällig", "/sponsorships/M-001");
        String noted = enter("/sponsorships/M-001/notes", "id=N1&on=2013-05-04&text=Die+Mutter+ist+krank");
        assertThat(noted).contains("Die Mutter ist krank", "/notes/N1/withdrawal");
        assertThat(enter("/people/sponsorships/M-001/notes/N1/withdrawal", "x=y"))
                .doesNotContain("Die Mutter ist krank");
        String ended = enter(
                "/sponsorships/M-001/end",
                fields(Map.of(
                        "id", "E1",
                        "step", "send",
                        "on", "2013-06-30",
                        "outcome", "HANDED_TO_PROFESSIONALS",
                        "followUp.with", "Jugendamt",
                        "followUp.dueOn", "2013-09-30")));
        assertThat(ended).contains("30.09.2013: Jugendamt", "/sponsorships/M-001/follow-up-done");
        assertThat(see("/dialogue")).contains("Nachfrage nach Übergabe", "Jugendamt");
        assertThat(refused("/sponsorships/M-001/follow-up-done", "id=U1&on=2011-01-01&note=alles+gut"))
                .contains("id=\"on-wrong\"", "alles gut");
        assertThat(enter("/sponsorships/M-001/follow-up-done", "id=U1&on=2013-09-20&note=alles+gut"))
                .doesNotContain("30.09.2013: Jugendamt");
    }

    @Test
    void what_was_agreed_is_put_off_dropped_answered_and_taken_back() {
        done(
                "meetings",
                "{'id':'T-1','heldOn':'2013-03-01','title':'Runder Tisch','participants':[],'summary':'Geld'}");
        done("demands", "{'id':'D-1','raisedOn':'2013-03-01','addressee':'Landkreis','text':'mehr','meetingId':'T-1'}");
        done("commitments", "{'id':'K-1','madeOn':'2013-03-01','by':'Sparkasse','text':'zahlt','dueOn':'2013-05-01'}");
        String last = seen(done(
                "recognitions", "{'id':'R-1','sponsorId':'V-01','awardedOn':'2013-03-01','title':'Dank','basis':'x'}"));
        assertThat(see("/meetings/T-1?" + last)).contains("/meetings/T-1/withdrawal");
        assertThat(see("/dialogue")).contains("/meetings/T-1", "/demands/D-1", "/commitments/K-1", "/recognitions/R-1");

        assertThat(see("?year=2013")).contains("data-dialogue", "Runder Tisch", "01.05.2013", "Sparkasse");

        String put = enter("/commitments/K-1/postponement", "id=X1&dueOn=2013-08-01&reason=Haushalt");
        assertThat(put).contains("01.08.2013");
        assertThat(enter("/commitments/K-1/drop", "id=X2&reason=kein+Geld")).contains("aufgegeben");
        assertThat(refused("/demands/D-1/answer", "id=X3&on=2013-02-01&answer=MET&note=schon+da"))
                .contains("id=\"on-wrong\"", "schon da");
        assertThat(enter("/demands/D-1/answer", "id=X3&on=2013-04-01&answer=PARTLY_MET&note=zur+H%C3%A4lfte"))
                .contains("zur Hälfte", "01.04.2013");
        assertThat(enter("/meetings/T-1/withdrawal", "id=X4&reason=abgesagt")).contains("zurückgezogen");
        assertThat(enter("/recognitions/R-1/revocation", "id=X5&reason=verwechselt"))
                .contains("zurückgenommen");
    }

    @Test
    void what_is_sent_back_needs_a_word_and_what_was_typed_stays() {
        String sheet = "/people/timesheets/V-01/2013-05";
        String silent = refused(sheet + "/return", "entryId=S-1&comment=");
        assertThat(silent).contains("id=\"S-1-comment-wrong\"");
        assertThat(refused(sheet + "/revocation", "reason=noch+einmal"))
                .contains("value=\"noch einmal\"", "role=\"alert\"");
        assertThat(enter(sheet + "/return", "entryId=S-1&comment=welcher+Tag%3F"))
                .contains("welcher Tag?");
        String put =
                done("hours/S-1/correction", "{'minutes':60,'reason':'a slip'}").at("/position");
        assertThat(see(sheet + "?position=" + put)).contains("1,00\u00a0Std.");
        enter("/people/timesheets/approval", "month=2013-05&all=true");
        assertThat(see(sheet)).contains("freigegeben");
    }
}
