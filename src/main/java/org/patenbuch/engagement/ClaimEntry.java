package org.patenbuch.engagement;

import java.time.LocalDate;

/**
 * A claim in a list: approved hours counted towards one funder.
 *
 * @param entries how many entries of hours
 */
public record ClaimEntry(
        String id,
        String funder,
        LocalDate from,
        LocalDate to,
        int entries,
        int minutes,
        long valueCents,
        Status status) {
    /** Whether it stands. */
    public enum Status {
        CLAIMED,
        WITHDRAWN
    }

    ClaimEntry withdrawn() {
        return new ClaimEntry(id, funder, from, to, entries, minutes, valueCents, Status.WITHDRAWN);
    }
}
