package org.patenbuch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorEvent;
import org.patenbuch.web.Site;

/** Where there are more people than a list to choose from can hold, a form suggests them while someone types. */
class ManyToChooseFromTest extends PeopleHttpTest {
    private static final String SUGGESTS = "list=\"sponsorId-list\"";

    @Test
    void up_to_500_are_chosen_from_a_list_and_more_are_suggested() {
        Site pages = atThePages();
        theWholePath();
        long last = 0;
        for (int n = 0; n < 499; n++) last = take(n);
        coordinator.get("sponsors?limit=1&minPosition=" + last);
        assertThat(pages.get("/" + partnership + "/sponsorships/new").body())
                .contains("<select", "Patin 498 (V-M498)")
                .doesNotContain(SUGGESTS);

        last = take(499);
        coordinator.get("sponsors?limit=1&minPosition=" + last);
        String form = pages.get("/" + partnership + "/sponsorships/new").body();
        assertThat(form)
                .contains(SUGGESTS, "<option value=\"V-M499\">Patin 499 (V-M499)</option>", "einen der Vorschläge")
                .doesNotContain("<select class=\"kern-form-input__select\" id=\"sponsorId\"");

        var typed = Map.of("id", "S-9", "sponsorId", "Patin 499", "householdId", "H-001", "from", "2012-03-01");
        var refused = pages.submit("/" + partnership + "/sponsorships/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"Patin 499\"", SUGGESTS, "Patin, Pate: Bitte wählen Sie einen der Vorschläge.");

        assertThat(pages.get("/" + partnership + "/sponsorships?sponsorId=V-01").body())
                .as("the filter above a list")
                .contains("list=\"filter-sponsorId-list\"", "<option value=\"V-M499\">Patin 499 (V-M499)</option>")
                .contains(
                        "name=\"sponsorId\" type=\"text\" value=\"V-01\"", "aria-describedby=\"filter-sponsorId-hint\"")
                .contains("<option value=\"H-001\">H-001: Nordstadt, Lernbegleitung</option>");
    }

    @Test
    void where_there_is_nothing_to_choose_a_form_says_so_and_asks_for_no_id() {
        Site pages = atThePages();
        String path = "/" + partnership + "/commitments/new";
        assertThat(pages.get(path).body())
                .contains("<select class=\"kern-form-input__select\" id=\"meetingId\"", "noch nichts erfasst")
                .doesNotContain("<input class=\"kern-form-input__input\" id=\"meetingId\"");

        done(
                "meetings",
                "{'id':'T-1','heldOn':'2013-03-01','title':'Runder Tisch','participants':[],'summary':'Wohnungen'}");
        String last = done(
                        "demands",
                        "{'id':'F-1','raisedOn':'2013-03-02','addressee':'Jobcenter','text':'Termine am Abend'}")
                .at("/position");
        coordinator.get("demands?minPosition=" + last);
        assertThat(pages.get(path).body())
                .contains("<option value=\"T-1\">Runder Tisch (T-1)</option>")
                .contains("<option value=\"F-1\">F-1: Jobcenter, 02.03.2013</option>")
                .doesNotContain("noch nichts erfasst");
    }

    private long take(int n) {
        Personal name = Personal.of(partnership + "/sponsor/V-M" + n, "Patin " + n);
        var command =
                new RegisterSponsor(partnership, "V-M" + n, name, SponsorEvent.Kind.FAMILY, LocalDate.of(2012, 1, 1));
        return send(command).position();
    }
}
