package org.patenbuch.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.matching.Suggestion.Kind;

/**
 * Something a booking may be.
 *
 * @param names words by which its text would name it: its id, its voucher
 * @param otherName of whoever pays or is paid
 * @param amounts to the cent, into the account; below zero out of it
 * @param day on which it is due or was entered
 * @param days how far from that day a booking may lie
 */
record Candidate(
        Kind kind,
        String id,
        @Nullable String partnerId,
        String fundId,
        List<String> names,
        String otherName,
        Set<Long> amounts,
        LocalDate day,
        int days) {}
