package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;

class EndSponsorshipTest {
    private static final LocalDate FROM = LocalDate.of(2013, 2, 1);
    private static final LocalDate END = LocalDate.of(2013, 5, 31);

    private @Nullable LocalDate lastHours;

    private Given<Sponsorship> sponsorship(LocalDate... locked) {
        CarriedHours hours = (day, partnership, sponsorId, sponsorshipId) ->
                Optional.ofNullable(lastHours).filter(last -> last.isAfter(day));
        return Given.stream(Sponsorship.class, Fixed.locked(locked), sponsorships(), hours)
                .events(new SponsorAssigned("M-1", "V-01", "H-001", FROM, null));
    }

    private static Sponsorships sponsorships() {
        return new Sponsorships(null) {
            @Override
            public void keepHoursOut(String partnership, String sponsorshipId) {}
        };
    }

    private static EndSponsorship end(LocalDate on) {
        return new EndSponsorship("rosenstadt", "E-1", "M-1", on, Outcome.GOAL_REACHED, null);
    }

    private static SponsorshipEnded ended(LocalDate on) {
        return new SponsorshipEnded("M-1", on, Outcome.GOAL_REACHED, null);
    }

    @Test
    void a_sponsorship_ends_with_its_outcome() {
        sponsorship().when(end(END)).then(ended(END));
    }

    @Test
    void may_end_on_its_first_day() {
        sponsorship().when(end(FROM)).then(ended(FROM));
    }

    @Test
    void may_end_on_the_last_day_with_hours() {
        lastHours = END;
        sponsorship().when(end(END)).then(ended(END));
    }

    @Test
    void refuses_to_leave_hours_behind() {
        lastHours = END.plusDays(1);
        sponsorship().when(end(END)).refused("sponsorship.hours-after-end");
    }

    @Test
    void refuses_to_end_before_it_starts() {
        sponsorship().when(end(FROM.minusDays(1))).refused("sponsorship.ends-before-start");
    }

    @Test
    void refuses_to_end_twice() {
        sponsorship().events(ended(END)).when(end(END)).refused("sponsorship.already-ended");
    }

    @Test
    void refuses_a_day_in_a_locked_period() {
        sponsorship(END).when(end(END)).refused("period.locked");
    }
}
