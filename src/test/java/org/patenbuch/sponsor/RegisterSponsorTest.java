package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.JOINED;
import static org.patenbuch.sponsor.Path.sponsor;
import static org.patenbuch.sponsor.Path.text;

import org.junit.jupiter.api.Test;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;

class RegisterSponsorTest {
    private final RegisterSponsor register =
            new RegisterSponsor("rosenstadt", "V-01", text("Anna Ahorn"), Kind.SOCIAL, JOINED);

    @Test
    void a_sponsor_is_registered_with_name_kind_and_day() {
        sponsor().when(register).then(new SponsorRegistered("V-01", text("Anna Ahorn"), Kind.SOCIAL, JOINED));
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        sponsor(JOINED).when(register).refused("period.locked");
    }
}
