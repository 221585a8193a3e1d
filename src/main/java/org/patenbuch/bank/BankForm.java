package org.patenbuch.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.bank.BankEvent.Entry;
import org.patenbuch.forms.EntryId;
import org.patenbuch.fund.FundEvent.Nature;

/** What a person or program sends about a booking of the bank. */
final class BankForm {
    private BankForm() {}

    /** The booking is a contribution nobody has recorded yet. */
    record Contribution(
            String partnerId,
            String fundId,
            @Nullable String pledgeId,
            Nature nature,
            @Nullable String reason) {}

    /** As {@link Contribution}, of several bookings at once. */
    record Confirmation(
            String lineId,
            String partnerId,
            String fundId,
            @Nullable String pledgeId,
            Nature nature) {
        Contribution contribution() {
            return new Contribution(partnerId, fundId, pledgeId, nature, null);
        }
    }

    record Confirmations(
            @jakarta.validation.constraints.Size(min = 1, max = 500)
            List<Confirmation> items) {}

    /** The booking is an entry that stands in the ledger already. */
    record Assignment(
            @Nullable String id,
            Entry entry,
            @EntryId String entryId,
            @Nullable String reason) {}

    record Reasoned(@Nullable String id, String reason) {}
}
