package org.patenbuch.sponsorship;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.household.Households;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.partnership.Rules;
import org.patenbuch.sponsor.Sponsors;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeRhythm;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipCommand.EnterPhase;
import org.patenbuch.sponsorship.SponsorshipCommand.FinishFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.FollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.TakeNote;
import org.patenbuch.sponsorship.SponsorshipCommand.WithdrawNote;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpDone;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteTaken;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteWithdrawn;
import org.patenbuch.sponsorship.SponsorshipEvent.PhaseEntered;
import org.patenbuch.sponsorship.SponsorshipEvent.RhythmAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;

/**
 * One sponsor accompanies one household from a first to a last day. Whether the sponsor may is judged by the rules of
 * the first day; the sponsor's row in the register is held meanwhile, so the last free place is given once.
 */
@Aggregate(type = "sponsorship")
class Sponsorship {
    @AggregateIdentifier
    private String stream;

    private String sponsorshipId;
    private String sponsorId;
    private LocalDate from;
    private @Nullable LocalDate endedOn;
    private boolean followUp;
    private final Set<String> notes = new HashSet<>();

    Sponsorship() {}

    @CommandHandler
    Sponsorship(
            AssignSponsor command,
            Periods periods,
            Sponsors sponsors,
            Households households,
            Sponsorships sponsorships,
            Rules rules) {
        periods.requireOpen(command.partnership(), command.from());
        Standing standing = sponsors.hold(command.partnership(), command.sponsorId())
                .orElseThrow(() -> new Rejected("unknown-reference", command.sponsorId()));
        Conditions.requireEligible(standing, command, rules);
        households.requireOpen(command.partnership(), command.householdId(), command.from());
        Conditions.requirePlace(
                sponsorships.householdsOf(command.sponsorId(), command.partnership(), command.from()), command, rules);
        apply(new SponsorAssigned(
                command.id(), command.sponsorId(), command.householdId(), command.from(), command.scope()));
    }

    @CommandHandler
    void decide(EndSponsorship command, Periods periods, Sponsorships sponsorships, CarriedHours hours) {
        requireRunning();
        if (command.on().isBefore(from)) {
            throw new Rejected("sponsorship.ends-before-start", sponsorshipId, command.on(), from);
        }
        periods.requireOpen(command.partnership(), command.on());
        sponsorships.keepHoursOut(command.partnership(), sponsorshipId);
        hours.lastDayAfter(command.on(), command.partnership(), sponsorId, sponsorshipId)
                .ifPresent(day -> {
                    throw new Rejected("sponsorship.hours-after-end", sponsorshipId, command.on(), day);
                });
        apply(new SponsorshipEnded(sponsorshipId, command.on(), command.outcome(), command.note()));
        FollowUp next = command.followUp();
        if (next != null) {
            requireDay(next.dueOn(), command.on());
            apply(new FollowUpAgreed(sponsorshipId, next.with(), next.dueOn()));
        }
    }

    @CommandHandler
    void decide(EnterPhase command, Periods periods) {
        requireRunning();
        requireDay(command.on(), from);
        periods.requireOpen(command.partnership(), command.on());
        apply(new PhaseEntered(sponsorshipId, command.phase(), command.on()));
    }

    @CommandHandler
    void decide(AgreeRhythm command, Periods periods) {
        requireRunning();
        requireDay(command.from(), from);
        periods.requireOpen(command.partnership(), command.from());
        apply(new RhythmAgreed(sponsorshipId, command.everyDays(), command.from()));
    }

    @CommandHandler
    void decide(TakeNote command, Periods periods) {
        requireDay(command.on(), from);
        periods.requireOpen(command.partnership(), command.on());
        apply(new NoteTaken(sponsorshipId, command.id(), command.on(), command.text()));
    }

    @CommandHandler
    void decide(WithdrawNote command) {
        if (!notes.contains(command.noteId())) {
            throw new Rejected("unknown-reference", command.noteId());
        }
        apply(new NoteWithdrawn(sponsorshipId, command.noteId()));
    }

    @CommandHandler
    void decide(AgreeFollowUp command) {
        requireDay(command.dueOn(), from);
        apply(new FollowUpAgreed(sponsorshipId, command.with(), command.dueOn()));
    }

    @CommandHandler
    void decide(FinishFollowUp command, Periods periods) {
        if (!followUp) {
            throw new Rejected("sponsorship.no-follow-up", sponsorshipId);
        }
        requireDay(command.on(), from);
        periods.requireOpen(command.partnership(), command.on());
        apply(new FollowUpDone(sponsorshipId, command.on(), command.note()));
    }

    private void requireRunning() {
        if (endedOn != null) {
            throw new Rejected("sponsorship.already-ended", sponsorshipId, endedOn);
        }
    }

    private void requireDay(LocalDate day, LocalDate first) {
        if (day.isBefore(first)) {
            throw new Rejected("sponsorship.out-of-order", sponsorshipId, day, first);
        }
    }

    @EventSourcingHandler
    void on(SponsorAssigned event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "sponsorship", event.sponsorshipId());
        sponsorshipId = event.sponsorshipId();
        sponsorId = event.sponsorId();
        from = event.from();
    }

    @EventSourcingHandler
    void on(SponsorshipEnded event) {
        endedOn = event.on();
    }

    @EventSourcingHandler
    void on(NoteTaken event) {
        notes.add(event.noteId());
    }

    @EventSourcingHandler
    void on(NoteWithdrawn event) {
        notes.remove(event.noteId());
    }

    @EventSourcingHandler
    void on(FollowUpAgreed event) {
        followUp = true;
    }

    @EventSourcingHandler
    void on(FollowUpDone event) {
        followUp = false;
    }
}
