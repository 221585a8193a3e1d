package org.patenbuch.fund;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.patenbuch.fund.FundCommand.TransferMoney;
import org.patenbuch.fund.FundEvent.Part;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.pledge.Plausible;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Moves money between two funds: both sides are recorded in one transaction, or neither. First the funds are held, then
 * the gate of periods, as with every other entry.
 */
@Component
class Transfers {
    private final Repository<Fund> funds;
    private final Periods periods;
    private final Clock clock;

    Transfers(@Qualifier("fundRepository") Repository<Fund> funds, Periods periods, Clock clock) {
        this.funds = funds;
        this.periods = periods;
        this.clock = clock;
    }

    @CommandHandler
    void decide(TransferMoney command) {
        Plausible.requireMoved(command.amountCents(), command.on(), clock);
        if (command.fundId().equals(command.toFundId())) {
            throw new Rejected("fund.transfer-to-itself", command.fundId());
        }
        Both both = load(command);
        periods.requireOpen(command.partnership(), command.on());
        List<Part> leaving = new ArrayList<>();
        both.from().execute(fund -> leaving.addAll(fund.handOver(command)));
        both.to().execute(fund -> fund.takeIn(command, leaving));
    }

    private record Both(Aggregate<Fund> from, Aggregate<Fund> to) {}

    /** Always in the same order, so that two transfers the opposite ways do not wait for each other. */
    private Both load(TransferMoney command) {
        List<Aggregate<Fund>> loaded = Stream.of(command.stream(), command.toStream())
                .sorted()
                .map(funds::load)
                .toList();
        boolean fromFirst = command.stream().compareTo(command.toStream()) < 0;
        return fromFirst ? new Both(loaded.get(0), loaded.get(1)) : new Both(loaded.get(1), loaded.get(0));
    }
}
