package org.patenbuch.sponsor;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;

/**
 * The path of one sponsor. Training and certificates may be renewed at any time; joining, pauses, returns and the
 * departure follow one another in time. Who has left registers anew to come back.
 */
@Aggregate(type = "sponsor")
class Sponsor {
    @AggregateIdentifier
    private String stream;

    private String sponsorId;
    private LocalDate lastMove;
    private boolean paused;
    private @Nullable LocalDate left;

    Sponsor() {}

    @CommandHandler
    Sponsor(RegisterSponsor command, Periods periods) {
        periods.requireOpen(command.partnership(), command.joinedOn());
        apply(new SponsorRegistered(command.id(), command.name(), command.kindOfSponsor(), command.joinedOn()));
    }

    @CommandHandler
    void decide(CompleteTraining command, Periods periods, Clock clock) {
        requireStillHere();
        requirePast(command.completedOn(), clock);
        periods.requireOpen(command.partnership(), command.completedOn());
        apply(new TrainingCompleted(sponsorId, command.completedOn(), command.hours()));
    }

    @CommandHandler
    void decide(SeeCertificate command, Periods periods, Clock clock) {
        requireStillHere();
        Certificate certificate = command.certificate();
        requirePast(certificate.seenOn(), clock);
        periods.requireOpen(command.partnership(), certificate.seenOn());
        apply(new CertificateSeen(sponsorId, certificate.sealedFor(command.partnership(), sponsorId)));
    }

    @CommandHandler
    void decide(PauseSponsor command, Periods periods) {
        requireStillHere();
        if (paused) {
            throw new Rejected("sponsor.already-paused", sponsorId, lastMove);
        }
        requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorPaused(sponsorId, command.on(), command.why()));
    }

    @CommandHandler
    void decide(ReturnSponsor command, Periods periods) {
        requireStillHere();
        if (!paused) {
            throw new Rejected("sponsor.not-paused", sponsorId);
        }
        requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorReturned(sponsorId, command.on()));
    }

    @CommandHandler
    void decide(DepartSponsor command, Periods periods) {
        requireStillHere();
        requireNext(command.on());
        periods.requireOpen(command.partnership(), command.on());
        apply(new SponsorDeparted(sponsorId, command.on(), command.why()));
    }

    private void requireStillHere() {
        if (left != null) {
            throw new Rejected("sponsor.left", sponsorId, left);
        }
    }

    private void requireNext(LocalDate on) {
        if (on.isBefore(lastMove)) {
            throw new Rejected("sponsor.out-of-order", sponsorId, on, lastMove);
        }
    }

    private static void requirePast(LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Rejected("sponsor.future", day);
        }
    }

    @EventSourcingHandler
    void on(SponsorRegistered event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "sponsor", event.sponsorId());
        sponsorId = event.sponsorId();
        lastMove = event.joinedOn();
    }

    @EventSourcingHandler
    void on(SponsorPaused event) {
        paused = true;
        lastMove = event.on();
    }

    @EventSourcingHandler
    void on(SponsorReturned event) {
        paused = false;
        lastMove = event.on();
    }

    @EventSourcingHandler
    void on(SponsorDeparted event) {
        left = event.on();
    }
}
