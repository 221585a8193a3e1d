package org.patenbuch.sponsor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.DescribeSponsor;
import org.patenbuch.sponsor.SponsorCommand.InterviewSponsor;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorCommand.WithdrawDeparture;
import org.patenbuch.sponsor.SponsorCommand.WithdrawInterview;
import org.patenbuch.sponsor.SponsorCommand.WithdrawTraining;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.Deletion;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorDescribed;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;

/**
 * The path of one sponsor. Training and certificates may be renewed at any time; joining, pauses, returns and the
 * departure follow one another in time. Who has left registers anew to come back.
 */
@Aggregate(type = "sponsor")
class Sponsor {
    @AggregateIdentifier
    private String stream;

    private final Steps steps = new Steps();

    Sponsor() {}

    @CommandHandler
    Sponsor(RegisterSponsor command, Periods periods) {
        periods.requireOpen(command.partnership(), command.joinedOn());
        apply(new SponsorRegistered(command.id(), command.name(), command.kindOfSponsor(), command.joinedOn()));
    }

    @CommandHandler
    void decide(DescribeSponsor command) {
        steps.requireStillHere();
        apply(new SponsorDescribed(command.sponsorId(), command.languages(), command.districts()));
    }

    @CommandHandler
    void decide(InterviewSponsor command, Periods periods, Clock clock) {
        steps.requireStillHere();
        requirePast(command.heldOn(), clock);
        periods.requireOpen(command.partnership(), command.heldOn());
        apply(new SponsorInterviewed(command.sponsorId(), command.heldOn(), command.note()));
    }

    @CommandHandler
    void decide(WithdrawInterview command, Periods periods) {
        steps.requireInterview(command.heldOn());
        periods.requireOpen(command.partnership(), command.heldOn());
        apply(new InterviewWithdrawn(command.sponsorId(), command.heldOn(), command.why()));
    }

    @CommandHandler
    void decide(WithdrawTraining command, Periods periods) {
        steps.requireTraining(command.completedOn());
        periods.requireOpen(command.partnership(), command.completedOn());
        apply(new TrainingWithdrawn(command.sponsorId(), command.completedOn(), command.why()));
    }

    @CommandHandler
    void decide(CompleteTraining command, Periods periods, Clock clock) {
        steps.requireStillHere();
        requirePast(command.completedOn(), clock);
        periods.requireOpen(command.partnership(), command.completedOn());
        apply(new TrainingCompleted(command.sponsorId(), command.completedOn(), command.hours()));
    }

    @CommandHandler
    void decide(SeeCertificate command, Periods periods, Clock clock) {
        steps.requireStillHere();
        Certificate certificate = command.certificate();
        requirePast(certificate.seenOn(), clock);
        periods.requireOpen(command.partnership(), certificate.seenOn());
        apply(new CertificateSeen(
                command.sponsorId(),
                certificate.sealedFor(command.partnership(), command.sponsorId(), steps.deletions())));
    }

    /** No period is asked: what has to be deleted is deleted. */
    @CommandHandler
    void decide(DeleteCertificate command) {
        steps.requireCertificate();
        if (command.because() != Deletion.MISTAKE) {
            steps.requireLeft();
        }
        apply(new CertificateDeleted(command.sponsorId(), command.because()));
    }

    @CommandHandler
    void decide(PauseSponsor command, Periods periods) {
        steps.requireStillHere();
        steps.requirePaused(false);
        steps.requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorPaused(command.sponsorId(), command.on(), command.why()));
    }

    @CommandHandler
    void decide(ReturnSponsor command, Periods periods) {
        steps.requireStillHere();
        steps.requirePaused(true);
        steps.requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorReturned(command.sponsorId(), command.on()));
    }

    @CommandHandler
    void decide(DepartSponsor command, Periods periods) {
        steps.requireStillHere();
        steps.requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorDeparted(command.sponsorId(), command.on(), command.why()));
    }

    @CommandHandler
    void decide(WithdrawDeparture command, Periods periods) {
        periods.requireOpen(command.partnership(), steps.requireLeft());
        apply(new DepartureWithdrawn(command.sponsorId(), command.why()));
    }

    private static void requirePast(LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Rejected("sponsor.future", day);
        }
    }

    @EventSourcingHandler
    void on(SponsorEvent event, @MetaDataValue("partnership") String partnership) {
        if (event instanceof SponsorRegistered registered) {
            stream = StreamName.of(partnership, "sponsor", registered.sponsorId());
        }
        steps.hear(event);
    }
}
