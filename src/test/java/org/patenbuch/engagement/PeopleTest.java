package org.patenbuch.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** A test with people in it, sent through the real store. */
public abstract class PeopleTest extends LedgerTest {
    protected static final LocalDate JOINED = LocalDate.of(2012, 1, 1);

    protected static LocalDate on(int month, int day) {
        return LocalDate.of(2013, month, day);
    }

    /** Registers a sponsor who may be assigned from 2012 on. */
    protected Receipt activeSponsor(String id, String name) {
        send(new RegisterSponsor(partnership, id, text("sponsor", id, name), Kind.FAMILY, JOINED));
        send(new CompleteTraining(partnership, "T-" + id, id, JOINED, 30));
        return send(new SeeCertificate(partnership, "C-" + id, id, new Certificate(JOINED, false)));
    }

    protected Receipt household(String id) {
        return send(new TakeInHousehold(partnership, id, null, "Nordstadt", "Lernbegleitung", null, JOINED, null));
    }

    protected Receipt assigned(String id, String sponsor, String household) {
        return send(new AssignSponsor(partnership, id, sponsor, household, JOINED, null));
    }

    protected Receipt visit(String id, String sponsor, String sponsorship, LocalDate on, int minutes) {
        return log(id, sponsor, sponsorship, on, minutes, Activity.VISIT, null);
    }

    protected Receipt log(
            String id,
            String sponsor,
            @Nullable String sponsorship,
            LocalDate on,
            int minutes,
            Activity activity,
            @Nullable Personal note) {
        return send(new LogHours(partnership, id, sponsor, sponsorship, on, minutes, activity, note));
    }

    protected Personal text(String kind, String id, String text) {
        return Personal.of(partnership + "/" + kind + "/" + id, text);
    }
}
