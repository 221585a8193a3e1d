package org.patenbuch.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;

/** A household is taken in once and closed once; what happens between stands in its sponsorships. */
@Aggregate(type = "household")
class Household {
    @AggregateIdentifier
    private String stream;

    private String householdId;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;

    Household() {}

    @CommandHandler
    Household(TakeInHousehold command, Periods periods, References references) {
        references.require(command.partnership(), "partner", command.referredBy());
        periods.requireOpen(command.partnership(), command.openedOn());
        apply(new HouseholdTakenIn(
                command.id(),
                command.name(),
                command.district(),
                command.need(),
                command.referredBy(),
                command.openedOn(),
                command.consent()));
    }

    @CommandHandler
    void decide(CloseHousehold command, Periods periods) {
        if (closedOn != null) {
            throw new Rejected("household.already-closed", householdId, closedOn);
        }
        if (command.on().isBefore(openedOn)) {
            throw new Rejected("household.closed-before-opened", householdId, command.on(), openedOn);
        }
        periods.requireOpen(command.partnership(), command.on());
        apply(new HouseholdClosed(householdId, command.on(), command.why()));
    }

    @EventSourcingHandler
    void on(HouseholdTakenIn event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "household", event.householdId());
        householdId = event.householdId();
        openedOn = event.openedOn();
    }

    @EventSourcingHandler
    void on(HouseholdClosed event) {
        closedOn = event.on();
    }
}
