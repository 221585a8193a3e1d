package org.patenbuch.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundEvent;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent;
import org.patenbuch.sponsorship.SponsorshipCommand;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetEvent;

/** The commands that a row stands for, in their order. Their names are the row's, so the same row again is a repeat. */
final class RowCommands {
    private final String partnership;

    RowCommands(String partnership) {
        this.partnership = partnership;
    }

    List<Command> of(Row row) {
        return switch (row) {
            case Row.Partner partner -> List.of(register(partner));
            case Row.Fund fund ->
                List.of(new OpenFund(partnership, fund.id(), fund.name(), fund.purpose(), fund.restricted(), null));
            case Row.Pledge pledge -> List.of(make(pledge));
            case Row.Contribution contribution -> List.of(record(contribution));
            case Row.Expense expense -> List.of(record(expense));
            case Row.Sponsor sponsor -> path(sponsor);
            case Row.Household household -> List.of(takeIn(household));
            case Row.Sponsorship sponsorship -> term(sponsorship);
            case Row.Hours hours -> List.of(log(hours));
        };
    }

    private RegisterPartner register(Row.Partner row) {
        return new RegisterPartner(
                partnership,
                row.id(),
                row.name(),
                PartnerEvent.Kind.valueOf(row.kind().name()),
                row.roles().stream()
                        .map(role -> PartnerEvent.PartnerRole.valueOf(role.name()))
                        .toList(),
                row.since());
    }

    private MakePledge make(Row.Pledge row) {
        return new MakePledge(
                partnership,
                row.id(),
                row.partnerId(),
                row.fundId(),
                row.amountCents(),
                row.from(),
                row.to(),
                List.of(),
                null);
    }

    private RecordContribution record(Row.Contribution row) {
        return new RecordContribution(
                partnership,
                row.id(),
                row.fundId(),
                row.partnerId(),
                row.pledgeId(),
                FundEvent.ContributionKind.valueOf(row.kind().name()),
                FundEvent.Nature.valueOf(row.nature().name()),
                row.amountCents(),
                row.receivedOn(),
                row.evidence(),
                row.valuationBasis(),
                null);
    }

    private RecordExpense record(Row.Expense row) {
        return new RecordExpense(
                partnership,
                row.id(),
                row.fundId(),
                row.category(),
                row.amountCents(),
                row.paidOn(),
                row.payee(),
                row.voucher(),
                null);
    }

    private List<Command> path(Row.Sponsor row) {
        List<Command> commands = new ArrayList<>();
        Personal name = Personal.of(partnership + "/sponsor/" + row.id(), row.name());
        SponsorEvent.Kind kind = SponsorEvent.Kind.valueOf(row.kind().name());
        commands.add(new RegisterSponsor(partnership, row.id(), name, kind, row.joinedOn()));
        if (row.trainedOn() != null) {
            commands.add(new CompleteTraining(partnership, row.id(), row.id(), row.trainedOn(), null));
        }
        if (row.certificateSeenOn() != null) {
            Certificate clean = new Certificate(row.certificateSeenOn(), false);
            commands.add(new SeeCertificate(partnership, row.id(), row.id(), clean));
        }
        return commands;
    }

    private TakeInHousehold takeIn(Row.Household row) {
        String subject = partnership + "/household/" + row.id();
        return new TakeInHousehold(
                partnership,
                row.id(),
                row.name() == null ? null : Personal.of(subject, row.name()),
                row.district(),
                row.need(),
                row.referredBy(),
                row.openedOn(),
                row.consentGivenOn() == null ? null : new Consent(row.consentGivenOn(), row.consentScope()));
    }

    private List<Command> term(Row.Sponsorship row) {
        List<Command> commands = new ArrayList<>();
        commands.add(new AssignSponsor(
                partnership, row.id(), row.sponsorId(), row.householdId(), row.from(), text(row.id(), row.scope())));
        if (row.endedOn() != null) {
            SponsorshipEvent.Outcome outcome =
                    SponsorshipEvent.Outcome.valueOf(row.outcome().name());
            commands.add(new EndSponsorship(
                    partnership, row.id(), row.id(), row.endedOn(), outcome, text(row.id(), row.note())));
        }
        return commands;
    }

    private @Nullable Personal text(String sponsorshipId, @Nullable String text) {
        return text == null ? null : SponsorshipCommand.text(partnership, sponsorshipId, text);
    }

    private LogHours log(Row.Hours row) {
        Personal note = row.note() == null
                ? null
                : TimesheetCommand.text(partnership, row.sponsorId(), row.sponsorshipId(), row.note());
        return new LogHours(
                partnership,
                row.id(),
                row.sponsorId(),
                row.sponsorshipId(),
                row.on(),
                row.minutes(),
                TimesheetEvent.Activity.valueOf(row.activity().name()),
                note);
    }
}
