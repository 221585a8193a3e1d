package org.patenbuch.sponsorship;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
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
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;
import org.patenbuch.sponsor.Sponsors;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
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
        requireEligible(standing, command, rules);
        households.requireOpen(command.partnership(), command.householdId(), command.from());
        requirePlace(
                sponsorships.householdsOf(command.sponsorId(), command.partnership(), command.from()), command, rules);
        apply(new SponsorAssigned(
                command.id(), command.sponsorId(), command.householdId(), command.from(), command.scope()));
    }

    private static void requireEligible(Standing standing, AssignSponsor command, Rules rules) {
        Standing.Limits limits = new Standing.Limits(
                rules.on(command.from(), command.partnership(), Rule.CERTIFICATE_VALID_MONTHS),
                rules.on(command.from(), command.partnership(), Rule.TRAINING_VALID_MONTHS));
        standing.lackOn(command.from(), limits).ifPresent(lack -> {
            throw new Rejected("sponsor.not-eligible", command.sponsorId(), command.from(), lack);
        });
    }

    private static void requirePlace(List<String> households, AssignSponsor command, Rules rules) {
        if (households.contains(command.householdId())) {
            throw new Rejected("sponsorship.duplicate", command.sponsorId(), command.householdId(), command.from());
        }
        long capacity = rules.on(command.from(), command.partnership(), Rule.SPONSOR_CAPACITY);
        if (households.size() >= capacity) {
            throw new Rejected("sponsor.capacity", command.sponsorId(), command.from(), (int) capacity);
        }
    }

    @CommandHandler
    void decide(EndSponsorship command, Periods periods, Sponsorships sponsorships, CarriedHours hours) {
        if (endedOn != null) {
            throw new Rejected("sponsorship.already-ended", sponsorshipId, endedOn);
        }
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
}
