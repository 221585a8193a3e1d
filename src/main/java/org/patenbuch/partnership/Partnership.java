package org.patenbuch.partnership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;
import org.patenbuch.partnership.PartnershipEvent.PeriodReopened;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;

/** Locks periods and lets another person reopen them; sets rules from a day on. */
@Aggregate(type = "partnership")
class Partnership {
    @AggregateIdentifier
    private String stream;

    private final Map<String, String> lockedBy = new HashMap<>();

    Partnership() {}

    @CommandHandler
    Partnership(FoundPartnership command) {
        apply(new PartnershipFounded(command.partnership(), command.name()));
    }

    @CommandHandler
    void decide(LockPeriod command, @MetaDataValue("actor") String actor, Periods periods) {
        if (command.from().isAfter(command.to())) {
            throw new Rejected("period.ends-before-start", command.from(), command.to());
        }
        periods.keepEntriesOut(command.partnership());
        apply(new PeriodLocked(command.id(), command.from(), command.to(), actor));
    }

    @CommandHandler
    void decide(ReopenPeriod command, @MetaDataValue("actor") String actor) {
        String locker = lockedBy.get(command.lockId());
        if (locker == null) {
            throw new Rejected("unknown-reference", command.lockId());
        }
        if (locker.equals(actor)) {
            throw new Rejected("period.same-person", command.lockId());
        }
        apply(new PeriodReopened(command.lockId(), command.reason()));
    }

    @CommandHandler
    void decide(SetRule command, References references) {
        references.require(command.partnership(), "partner", command.funder());
        if (command.value() < 0) {
            throw new Rejected("rule.negative");
        }
        apply(new RuleSet(command.id(), command.rule(), command.value(), command.validFrom(), command.funder()));
    }

    @EventSourcingHandler
    void on(PartnershipFounded event) {
        stream = StreamName.of(event.partnershipId(), "partnership", event.partnershipId());
    }

    @EventSourcingHandler
    void on(PeriodLocked event) {
        lockedBy.put(event.lockId(), event.lockedBy());
    }

    @EventSourcingHandler
    void on(PeriodReopened event) {
        lockedBy.remove(event.lockId());
    }
}
