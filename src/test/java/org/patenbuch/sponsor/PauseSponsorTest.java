package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.JOINED;
import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.paused;
import static org.patenbuch.sponsor.Path.registered;
import static org.patenbuch.sponsor.Path.returned;
import static org.patenbuch.sponsor.Path.text;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;

class PauseSponsorTest {
    private static PauseSponsor pause(LocalDate on) {
        return new PauseSponsor("rosenstadt", "PA-1", "V-01", on, text("a new job"));
    }

    @Test
    void a_pause_begins_on_its_day_with_its_reason_sealed() {
        registered().when(pause(on(2, 1))).then(new SponsorPaused("V-01", on(2, 1), text("a new job")));
    }

    @Test
    void a_sponsor_who_has_returned_may_pause_again() {
        registered()
                .events(paused(on(2, 1)), returned(on(3, 1)))
                .when(pause(on(3, 1)))
                .then(new SponsorPaused("V-01", on(3, 1), text("a new job")));
    }

    @Test
    void refuses_a_pause_within_a_pause() {
        registered().events(paused(on(2, 1))).when(pause(on(3, 1))).refused("sponsor.already-paused");
    }

    @Test
    void refuses_a_pause_before_joining() {
        registered().when(pause(JOINED.minusDays(1))).refused("sponsor.out-of-order");
    }

    @Test
    void refuses_a_pause_before_the_last_return() {
        registered()
                .events(paused(on(2, 1)), returned(on(3, 1)))
                .when(pause(on(2, 28)))
                .refused("sponsor.out-of-order");
    }

    @Test
    void refuses_a_sponsor_who_has_left() {
        registered().events(departed(on(1, 1))).when(pause(on(2, 1))).refused("sponsor.left");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        registered(on(2, 1)).when(pause(on(2, 1))).refused("period.locked");
    }
}
