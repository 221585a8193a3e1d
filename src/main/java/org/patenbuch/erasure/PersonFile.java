package org.patenbuch.erasure;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureCommand.LiftHold;
import org.patenbuch.erasure.ErasureCommand.PlaceHold;
import org.patenbuch.erasure.ErasureCommand.RequestErasure;
import org.patenbuch.erasure.ErasureCommand.WithdrawErasureRequest;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.ErasureEvent.ErasureRequestWithdrawn;
import org.patenbuch.erasure.ErasureEvent.ErasureRequested;
import org.patenbuch.erasure.ErasureEvent.HoldLifted;
import org.patenbuch.erasure.ErasureEvent.HoldPlaced;
import org.patenbuch.erasure.ErasureEvent.PersonErased;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;

/** What has been asked and decided about the data of one person; erased once, and for ever. */
@Aggregate(type = "person")
class PersonFile {
    @AggregateIdentifier
    private String stream;

    private boolean requested;
    private boolean erased;
    private final Map<String, HoldPlaced> holds = new TreeMap<>();

    PersonFile() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestErasure command, References references, Duties duties, Clock clock) {
        requireKnown(command, references);
        requireNotErased(command);
        requireGone(command, duties);
        if (requested) {
            throw new Rejected("erasure.already-requested", command.personId());
        }
        apply(new ErasureRequested(command.kindOfPerson(), command.personId(), LocalDate.now(clock)));
    }

    @CommandHandler
    void decide(WithdrawErasureRequest command) {
        requireNotErased(command);
        if (!requested) {
            throw new Rejected("erasure.not-requested", command.personId());
        }
        apply(new ErasureRequestWithdrawn(command.kindOfPerson(), command.personId()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceHold command, References references, Clock clock) {
        requireKnown(command, references);
        requireNotErased(command);
        if (command.until().isBefore(LocalDate.now(clock))) {
            throw new Rejected("erasure.hold-over", command.until());
        }
        apply(new HoldPlaced(
                command.id(), command.kindOfPerson(), command.personId(), command.norm(), command.until()));
    }

    @CommandHandler
    void decide(LiftHold command) {
        if (!holds.containsKey(command.holdId())) {
            throw new Rejected("unknown-reference", command.holdId());
        }
        apply(new HoldLifted(command.holdId(), command.kindOfPerson(), command.personId(), command.reason()));
    }

    /** What was done before a backup was put back is done again, whatever stands against it by that backup. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ErasePerson command, References references, Duties duties) {
        requireKnown(command, references);
        requireNotErased(command);
        if (command.cause() != Cause.REPEATED) {
            requireGone(command, duties);
            requireNoHold(command, duties, command.on());
        }
        apply(new PersonErased(
                command.kindOfPerson(),
                command.personId(),
                command.on(),
                command.cause(),
                duties.keys(person(command))));
    }

    private static Person person(ErasureCommand command) {
        return new Person(command.partnership(), command.kindOfPerson(), command.personId());
    }

    private static void requireKnown(ErasureCommand command, References references) {
        references.require(command.partnership(), command.kindOfPerson().entry(), command.personId());
    }

    private void requireNotErased(ErasureCommand command) {
        if (erased) {
            throw new Rejected("person.erased", command.personId());
        }
    }

    private static void requireGone(ErasureCommand command, Duties duties) {
        if (duties.stay(person(command)).filter(stay -> stay.gone() != null).isEmpty()) {
            throw new Rejected("erasure.still-there", command.personId());
        }
    }

    /** The one that stands longest is named. */
    private void requireNoHold(ErasureCommand command, Duties duties, LocalDate today) {
        Stream<Hold> decided =
                holds.values().stream().map(placed -> Hold.decided(placed.holdId(), placed.norm(), placed.until()));
        Stream.concat(duties.holds(person(command), today).stream(), decided)
                .filter(hold -> hold.standsOn(today))
                .max(Comparator.comparing(Hold::until))
                .ifPresent(hold -> {
                    throw new Rejected("erasure.held", command.personId(), hold.rule(), hold.until());
                });
    }

    @EventSourcingHandler
    void on(ErasureEvent event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "person", event.kind().entry() + "." + event.personId());
        switch (event) {
            case ErasureRequested asked -> requested = true;
            case ErasureRequestWithdrawn nolonger -> requested = false;
            case HoldPlaced placed -> holds.put(placed.holdId(), placed);
            case HoldLifted lifted -> holds.remove(lifted.holdId());
            case PersonErased gone -> erased = true;
        }
    }
}
