package org.patenbuch.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One booking of the bank. Texts that have been erased are null.
 *
 * @param amountCents into the account; below zero out of it
 * @param status {@code OPEN} until someone says what it is
 * @param entry what it turned out to be, with {@code entryId}; null while it is open or aside
 * @param suggestions what it most likely is, best first; only while it is open
 */
public record BankLine(
        String id,
        String account,
        String statementId,
        LocalDate bookedOn,
        LocalDate valueOn,
        long amountCents,
        @Nullable String reference,
        @Nullable String endToEnd,
        @Nullable String otherName,
        @Nullable String otherIban,
        @Nullable String purpose,
        Status status,
        @Nullable String entry,
        @Nullable String entryId,
        @Nullable String reason,
        List<Suggestion> suggestions) {
    public enum Status {
        OPEN,
        ASSIGNED,
        ASIDE
    }

    BankLine with(List<Suggestion> found) {
        return new BankLine(
                id,
                account,
                statementId,
                bookedOn,
                valueOn,
                amountCents,
                reference,
                endToEnd,
                otherName,
                otherIban,
                purpose,
                status,
                entry,
                entryId,
                reason,
                found);
    }

    /** The one suggestion that may be confirmed without looking; null if there is none. */
    public @Nullable Suggestion certain() {
        return suggestions.isEmpty() || suggestions.getFirst().confidence() != Suggestion.Confidence.CERTAIN
                ? null
                : suggestions.getFirst();
    }
}
