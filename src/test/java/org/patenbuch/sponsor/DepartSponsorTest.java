package org.patenbuch.sponsor;

import static org.patenbuch.sponsor.Path.JOINED;
import static org.patenbuch.sponsor.Path.departed;
import static org.patenbuch.sponsor.Path.on;
import static org.patenbuch.sponsor.Path.paused;
import static org.patenbuch.sponsor.Path.registered;
import static org.patenbuch.sponsor.Path.text;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;

class DepartSponsorTest {
    private static DepartSponsor depart(LocalDate on) {
        return new DepartSponsor("rosenstadt", "D-1", "V-01", on, text("moved away"));
    }

    @Test
    void a_sponsor_leaves_with_the_reason_sealed() {
        registered().when(depart(on(2, 1))).then(departed(on(2, 1)));
    }

    @Test
    void a_paused_sponsor_may_leave() {
        registered().events(paused(on(2, 1))).when(depart(on(2, 1))).then(departed(on(2, 1)));
    }

    @Test
    void refuses_to_leave_twice() {
        registered().events(departed(on(1, 1))).when(depart(on(2, 1))).refused("sponsor.left");
    }

    @Test
    void refuses_to_leave_before_joining() {
        registered().when(depart(JOINED.minusDays(1))).refused("sponsor.out-of-order");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        registered(on(2, 1)).when(depart(on(2, 1))).refused("period.locked");
    }
}
