package org.patenbuch.matching;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One statement that was read.
 *
 * @param recorded how many of its bookings were new, and {@code known} how many were not
 */
public record BankStatement(
        String id,
        String account,
        String name,
        LocalDate from,
        LocalDate to,
        @Nullable Long openingCents,
        @Nullable Long closingCents,
        int recorded,
        int known) {}
