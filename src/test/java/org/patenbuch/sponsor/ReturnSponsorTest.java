package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.paused;
import static org.patenbuch.sponsor.Path.registered;
import static org.patenbuch.sponsor.Path.returned;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;

class ReturnSponsorTest {
    private static ReturnSponsor back(LocalDate on) {
        return new ReturnSponsor("rosenstadt", "R-1", "V-01", on);
    }

    @Test
    void a_paused_sponsor_returns() {
        registered().events(paused(on(2, 1))).when(back(on(4, 1))).then(returned(on(4, 1)));
    }

    @Test
    void refuses_a_sponsor_who_is_not_away() {
        registered().when(back(on(4, 1))).refused("sponsor.not-paused");
    }

    @Test
    void refuses_to_return_twice() {
        registered()
                .events(paused(on(2, 1)), returned(on(4, 1)))
                .when(back(on(5, 1)))
                .refused("sponsor.not-paused");
    }

    @Test
    void refuses_a_return_before_the_pause() {
        registered().events(paused(on(2, 1))).when(back(on(1, 31))).refused("sponsor.out-of-order");
    }

    @Test
    void refuses_a_sponsor_who_has_left() {
        registered()
                .events(paused(on(2, 1)), departed(on(3, 1)))
                .when(back(on(4, 1)))
                .refused("sponsor.left");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        registered(on(4, 1)).events(paused(on(2, 1))).when(back(on(4, 1))).refused("period.locked");
    }
}
