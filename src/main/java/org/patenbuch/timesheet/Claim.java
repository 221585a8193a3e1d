package org.patenbuch.timesheet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;
import org.patenbuch.timesheet.Approvals.Approved;
import org.patenbuch.timesheet.ClaimCommand.ClaimHours;
import org.patenbuch.timesheet.ClaimCommand.WithdrawClaim;
import org.patenbuch.timesheet.ClaimEvent.ClaimWithdrawn;
import org.patenbuch.timesheet.ClaimEvent.HoursClaimed;
import org.patenbuch.timesheet.ClaimEvent.Valued;

/** A claim takes what is free, valued by the funder's rule of each day, and gives it back as a whole. */
@Aggregate(type = "hour-claim")
class Claim {
    private static final int HOUR_MINUTES = 60;

    @AggregateIdentifier
    private String stream;

    private String claimId;
    private boolean withdrawn;

    Claim() {}

    @CommandHandler
    Claim(ClaimHours command, References references, Approvals approvals, Rules rules) {
        references.require(command.partnership(), "partner", command.funder());
        if (command.from().isAfter(command.to())) {
            throw new Rejected("period.ends-before-start", command.from(), command.to());
        }
        List<Approved> free = approvals.free(command.partnership(), command.from(), command.to());
        if (free.isEmpty()) {
            throw new Rejected("claim.nothing", command.from(), command.to());
        }
        List<Valued> parts = valued(free, command, rules);
        List<String> entryIds = free.stream().map(Approved::entryId).toList();
        approvals.claim(command.partnership(), entryIds, command.id());
        apply(new HoursClaimed(
                command.id(),
                command.funder(),
                command.from(),
                command.to(),
                entryIds,
                free.stream().mapToInt(Approved::minutes).sum(),
                parts.stream().mapToLong(Valued::valueCents).sum(),
                parts));
    }

    private static List<Valued> valued(List<Approved> hours, ClaimHours command, Rules rules) {
        Map<Long, Integer> minutes = new TreeMap<>();
        Map<LocalDate, Long> worth = new TreeMap<>();
        for (Approved hour : hours) {
            long cents = worth.computeIfAbsent(
                    hour.on(), day -> rules.on(day, command.partnership(), Rule.HOUR_VALUE_CENTS, command.funder()));
            if (cents == 0) {
                throw new Rejected("claim.no-value", command.funder(), hour.on());
            }
            minutes.merge(cents, hour.minutes(), Integer::sum);
        }
        return minutes.entrySet().stream()
                .map(part -> new Valued(part.getKey(), part.getValue(), worth(part.getKey(), part.getValue())))
                .toList();
    }

    private static long worth(long hourCents, int minutes) {
        return (hourCents * minutes * 2 + HOUR_MINUTES) / (2 * HOUR_MINUTES);
    }

    @CommandHandler
    void decide(WithdrawClaim command, Approvals approvals) {
        if (withdrawn) {
            throw new Rejected("claim.withdrawn", claimId);
        }
        approvals.release(command.partnership(), claimId);
        apply(new ClaimWithdrawn(claimId, command.why()));
    }

    @EventSourcingHandler
    void on(HoursClaimed event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "hour-claim", event.claimId());
        claimId = event.claimId();
    }

    @EventSourcingHandler
    void on(ClaimWithdrawn event) {
        withdrawn = true;
    }
}
