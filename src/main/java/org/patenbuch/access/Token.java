package org.patenbuch.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A personal token as its owner sees it; what it consists of is shown once and not kept.
 *
 * @param mayWrite whether it may send commands; else it only asks
 * @param lastUsedOn null if it was never used
 */
record Token(
        String tokenId,
        String name,
        boolean mayWrite,
        Instant madeAt,
        Instant expiresAt,
        @Nullable LocalDate lastUsedOn) {
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
