package org.patenbuch.pledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.pledge.PledgeEvent.Instalment;

/** What can be asked of a pledge's stream. Amounts in cents. */
public sealed interface PledgeCommand extends Command {
    /** The pledge it is about. */
    String pledgeId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "pledge", pledgeId());
    }

    /** @param instalments together the whole amount; empty where nothing was agreed */
    record MakePledge(
            String partnership,
            String id,
            String partnerId,
            String fundId,
            long amountCents,
            LocalDate from,
            LocalDate to,
            List<Instalment> instalments,
            @Override @Nullable String reason)
            implements PledgeCommand {
        @Override
        public String kind() {
            return "pledge";
        }

        @Override
        public String pledgeId() {
            return id;
        }
    }

    /** A new amount and schedule, never below what was received. */
    record AmendPledge(
            String partnership,
            String id,
            String pledgeId,
            long amountCents,
            List<Instalment> instalments,
            @Override String reason)
            implements PledgeCommand {
        @Override
        public String kind() {
            return "pledge-amendment";
        }
    }

    record WithdrawPledge(
            String partnership,
            String id,
            String pledgeId,
            @Override String reason) implements PledgeCommand {
        @Override
        public String kind() {
            return "pledge-withdrawal";
        }
    }
}
