package org.patenbuch.sponsor;

import java.time.LocalDate;
import org.patenbuch.Given;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;

/** A sponsor's facts for tests of one command: joined in May 2010. */
final class Path {
    static final LocalDate JOINED = LocalDate.of(2010, 5, 10);

    private Path() {}

    /** The day of the year 2013. */
    static LocalDate on(int month, int day) {
        return LocalDate.of(2013, month, day);
    }

    static Personal text(String text) {
        return Personal.of("rosenstadt/sponsor/V-01", text);
    }

    static Given<Sponsor> sponsor(LocalDate... locked) {
        return Given.stream(Sponsor.class, Fixed.locked(locked), Fixed.today());
    }

    static Given<Sponsor> registered(LocalDate... locked) {
        return sponsor(locked)
                .events(new SponsorRegistered("V-01", text("Anna Ahorn"), SponsorEvent.Kind.FAMILY, JOINED));
    }

    static SponsorPaused paused(LocalDate on) {
        return new SponsorPaused("V-01", on, null);
    }

    static SponsorReturned returned(LocalDate on) {
        return new SponsorReturned("V-01", on);
    }

    static SponsorDeparted departed(LocalDate on) {
        return new SponsorDeparted("V-01", on, text("moved away"));
    }
}
