package org.patenbuch.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a booking most likely is, and why.
 *
 * @param kind whether it is an instalment nobody has recorded yet, or an entry that stands in the ledger already
 * @param id of the pledge, contribution or expense
 * @param reasons what speaks for it
 */
public record Suggestion(
        Kind kind, String id, @Nullable String partnerId, String fundId, Confidence confidence, Set<Reason> reasons) {
    public enum Kind {
        PLEDGE,
        CONTRIBUTION,
        EXPENSE
    }

    /** Certain is what two things that cannot both be chance speak for, and nothing else is as likely. */
    public enum Confidence {
        CERTAIN,
        LIKELY,
        POSSIBLE
    }

    public enum Reason {
        /** The text names the pledge or the entry. */
        REFERENCE,
        /** The same account paid for this partner before. */
        IBAN,
        NAME,
        /** The instalment, or the entry, to the cent. */
        AMOUNT,
        /** Within a month of the day it is due, or a few days of the entry. */
        DATE
    }
}
