package org.patenbuch.pledge;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.pledge.PledgeEvent.PledgeAmended;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;

/**
 * A promise is amended or withdrawn, never edited. It counts for a period by its first day, so a period in which it
 * begins must be open for both.
 */
@Aggregate(type = "pledge")
class Pledge {
    @AggregateIdentifier
    private String stream;

    private LocalDate from;
    private boolean withdrawn;

    Pledge() {}

    @CommandHandler
    Pledge(MakePledge command, References references, Pledges pledges, Periods periods) {
        references.require(command.partnership(), "partner", command.partnerId());
        references.require(command.partnership(), "fund", command.fundId());
        pledges.keepOpen(command.partnership(), command.fundId());
        String fund = StreamName.of(command.partnership(), "fund", command.fundId());
        if (references.stands(command.partnership(), "fund-closing", fund)) {
            throw new Rejected("fund.closed", command.fundId());
        }
        Plausible.requireDay(command.from());
        Plausible.requireDay(command.to());
        if (command.from().isAfter(command.to())) {
            throw new Rejected("pledge.ends-before-start", command.from(), command.to());
        }
        requireTogether(command.amountCents(), command.instalments());
        periods.requireOpen(command.partnership(), command.from());
        apply(new PledgeMade(
                command.id(),
                command.partnerId(),
                command.fundId(),
                command.amountCents(),
                command.from(),
                command.to(),
                command.instalments()));
    }

    @CommandHandler
    void decide(AmendPledge command, Pledges pledges, Periods periods) {
        requireStanding(command);
        requireTogether(command.amountCents(), command.instalments());
        periods.requireOpen(command.partnership(), from);
        long receivedCents = pledges.received(command.partnership(), command.pledgeId());
        if (command.amountCents() < receivedCents) {
            throw new Rejected("pledge.below-received", command.pledgeId(), receivedCents);
        }
        apply(new PledgeAmended(
                command.pledgeId(), command.amountCents(), command.instalments(), receivedCents, command.reason()));
    }

    @CommandHandler
    void decide(WithdrawPledge command, Pledges pledges, Periods periods) {
        requireStanding(command);
        periods.requireOpen(command.partnership(), from);
        long receivedCents = pledges.received(command.partnership(), command.pledgeId());
        apply(new PledgeWithdrawn(command.pledgeId(), receivedCents, command.reason()));
    }

    private void requireStanding(PledgeCommand command) {
        if (withdrawn) {
            throw new Rejected("pledge.withdrawn", command.pledgeId());
        }
    }

    private static void requireTogether(long amountCents, List<Instalment> instalments) {
        Plausible.requireAmount(amountCents);
        long together = 0;
        for (Instalment instalment : instalments) {
            Plausible.requireAmount(instalment.amountCents());
            Plausible.requireDay(instalment.dueOn());
            together += instalment.amountCents();
        }
        if (!instalments.isEmpty() && together != amountCents) {
            throw new Rejected("pledge.instalments-differ", together, amountCents);
        }
    }

    @EventSourcingHandler
    void on(PledgeMade event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "pledge", event.pledgeId());
        from = event.from();
    }

    @EventSourcingHandler
    void on(PledgeWithdrawn event) {
        withdrawn = true;
    }
}
