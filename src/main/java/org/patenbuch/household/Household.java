package org.patenbuch.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
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
import org.patenbuch.household.HouseholdCommand.DescribeHousehold;
import org.patenbuch.household.HouseholdCommand.GiveConsent;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdCommand.WithdrawConsent;
import org.patenbuch.household.HouseholdEvent.ConsentGiven;
import org.patenbuch.household.HouseholdEvent.ConsentWithdrawn;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdDescribed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;

/** A household is taken in once and closed once; its consent may be widened, withdrawn and given again. */
@Aggregate(type = "household")
class Household {
    @AggregateIdentifier
    private String stream;

    private String householdId;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate consentedOn;

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
    void decide(DescribeHousehold command) {
        requireStillOpen();
        apply(new HouseholdDescribed(householdId, command.languages()));
    }

    @CommandHandler
    void decide(GiveConsent command, Periods periods, Clock clock) {
        requireStillOpen();
        requirePast(command.consent().givenOn(), clock);
        periods.requireOpen(command.partnership(), command.consent().givenOn());
        apply(new ConsentGiven(householdId, command.consent()));
    }

    /** At any time, of a closed household too. */
    @CommandHandler
    void decide(WithdrawConsent command, Periods periods, Clock clock) {
        if (consentedOn == null) {
            throw new Rejected("household.no-consent", householdId);
        }
        if (command.on().isBefore(consentedOn)) {
            throw new Rejected("household.withdrawn-before-given", householdId, command.on(), consentedOn);
        }
        requirePast(command.on(), clock);
        periods.requireOpen(command.partnership(), command.on());
        apply(new ConsentWithdrawn(householdId, command.on(), command.why()));
    }

    private static void requirePast(LocalDate day, Clock clock) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Rejected("household.future", day);
        }
    }

    private void requireStillOpen() {
        if (closedOn != null) {
            throw new Rejected("household.already-closed", householdId, closedOn);
        }
    }

    @CommandHandler
    void decide(CloseHousehold command, Periods periods) {
        requireStillOpen();
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
        consentedOn = event.consent() == null ? null : event.consent().givenOn();
    }

    @EventSourcingHandler
    void on(ConsentGiven event) {
        consentedOn = event.consent().givenOn();
    }

    @EventSourcingHandler
    void on(ConsentWithdrawn event) {
        consentedOn = null;
    }

    @EventSourcingHandler
    void on(HouseholdClosed event) {
        closedOn = event.on();
    }
}
