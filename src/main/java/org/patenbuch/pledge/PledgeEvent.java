package org.patenbuch.pledge;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;

/** What has happened to a pledge: a contribution promised for a period. Amounts in cents. */
public sealed interface PledgeEvent extends LedgerEvent {
    /**
     * @param from the day by which the pledge counts for a period
     * @param instalments when how much is due, together the whole amount; empty where nothing was agreed
     */
    record PledgeMade(
            String pledgeId,
            String partnerId,
            String fundId,
            long amountCents,
            LocalDate from,
            LocalDate to,
            List<Instalment> instalments)
            implements PledgeEvent {}

    /**
     * The amount and schedule from now on; what has been paid stays where it is.
     *
     * @param receivedCents what had been received at this moment, at most the new amount
     */
    record PledgeAmended(
            String pledgeId, long amountCents, List<Instalment> instalments, long receivedCents, String reason)
            implements PledgeEvent {}

    /** @param receivedCents what had been received; the pledge counts with it from now on */
    record PledgeWithdrawn(String pledgeId, long receivedCents, String reason) implements PledgeEvent {}

    /** A part of a pledge and the day it is due. */
    record Instalment(LocalDate dueOn, long amountCents) {}
}
