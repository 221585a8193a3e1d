package org.patenbuch.eventstore;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent;

/** Small commands of real modules: a partnership's stream takes as many rules as a test wants, a partner's is one event. */
public final class Samples {
    public static final LocalDate DAY = LocalDate.of(2013, 3, 1);

    private Samples() {}

    public static FoundPartnership found(String partnership) {
        return new FoundPartnership(partnership, "Partnership of a test");
    }

    public static SetRule rule(String partnership, String id, long value) {
        return new SetRule(partnership, id, Rule.HOUR_VALUE_CENTS, value, DAY, null);
    }

    public static RegisterPartner partner(String partnership, String id) {
        return new RegisterPartner(
                partnership,
                id,
                "Partner of a test",
                PartnerEvent.Kind.ASSOCIATION,
                List.of(PartnerEvent.PartnerRole.FUNDER),
                DAY);
    }

    /** A sponsor who may accompany, a household, and that this sponsor accompanies it from {@link #DAY} on. */
    public static List<Command> sponsorship(String partnership, String sponsor) {
        LocalDate joined = DAY.minusMonths(2);
        return List.of(
                new RegisterSponsor(
                        partnership,
                        sponsor,
                        Personal.of(partnership + "/sponsor/" + sponsor, "Vera Musterfrau"),
                        SponsorEvent.Kind.FAMILY,
                        joined),
                new CompleteTraining(partnership, "T-" + sponsor, sponsor, joined.plusDays(10), null),
                new SeeCertificate(partnership, "Z-" + sponsor, sponsor, new Certificate(joined.plusDays(20), false)),
                new TakeInHousehold(partnership, "H-" + sponsor, null, "Nord", "Alltag", null, joined, null),
                new AssignSponsor(partnership, "S-" + sponsor, sponsor, "H-" + sponsor, DAY, null));
    }

    /** A visit of the sponsor of {@link #sponsorship}, ten minutes of one of the days of a month after {@link #DAY}. */
    public static LogHours visit(String partnership, String sponsor, String id, int month, int nth) {
        LocalDate on = DAY.plusMonths(month).plusDays(nth % 28);
        return new LogHours(partnership, id, sponsor, "S-" + sponsor, on, 10, TimesheetEvent.Activity.VISIT, null);
    }

    public static OpenFund fund(String partnership, String id) {
        return new OpenFund(partnership, id, "Fund of a test", "Coordination", false, null);
    }

    public static RecordContribution gift(String partnership, String id, String fund, String partner, long cents) {
        return new RecordContribution(
                partnership,
                id,
                fund,
                partner,
                null,
                FundEvent.ContributionKind.MONEY,
                FundEvent.Nature.GIFT,
                cents,
                DAY,
                "Statement 1",
                null,
                null);
    }
}
