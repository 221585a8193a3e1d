package org.patenbuch.funding;

import java.time.LocalDate;

/**
 * One instalment of a pledge.
 *
 * @param receivedCents of this instalment, at most its amount
 * @param agreed whether it was; else it is assumed
 */
public record Due(LocalDate dueOn, long amountCents, long receivedCents, boolean agreed) {
    public long missingCents() {
        return amountCents - receivedCents;
    }
}
