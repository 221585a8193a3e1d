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
        assertThat(refused.body()).contains("value=\"Patin 499\"", SUGGESTS);
    }

    private long take(int n) {
        Personal name = Personal.of(partnership + "/sponsor/V-M" + n, "Patin " + n);
        var command =
                new RegisterSponsor(partnership, "V-M" + n, name, SponsorEvent.Kind.FAMILY, LocalDate.of(2012, 1, 1));
        return send(command).position();
    }
}
