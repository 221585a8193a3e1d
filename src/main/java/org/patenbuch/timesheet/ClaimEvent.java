package org.patenbuch.timesheet;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a claim: approved hours counted as own contribution towards one funder, and towards no other. */
public sealed interface ClaimEvent extends LedgerEvent {
    String claimId();

    /**
     * @param funder the partner towards whom they count
     * @param entryIds every hour counted
     * @param minutes of all of them
     * @param valueCents by the parts
     */
    record HoursClaimed(
            String claimId,
            String funder,
            LocalDate from,
            LocalDate to,
            List<String> entryIds,
            int minutes,
            long valueCents,
            List<Valued> parts)
            implements ClaimEvent {}

    /** The hours may be claimed anew. */
    record ClaimWithdrawn(String claimId, Personal reason) implements ClaimEvent {}

    /**
     * Hours of the same value.
     *
     * @param hourCents what an hour was worth by the rule of its day
     * @param valueCents rounded half up once for all minutes
     */
    record Valued(long hourCents, int minutes, long valueCents) {}
}
