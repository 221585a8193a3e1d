package org.patenbuch.erasure;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;

/** What has been asked and done about the personal data of one person; nothing personal in it. */
public sealed interface ErasureEvent extends LedgerEvent {
    PersonKind kind();

    String personId();

    /** The person asks to be forgotten (Art. 17 GDPR); it is done as soon as no duty to keep stands against it. */
    record ErasureRequested(PersonKind kind, String personId, LocalDate on) implements ErasureEvent {}

    /** The person no longer asks for it. */
    record ErasureRequestWithdrawn(PersonKind kind, String personId) implements ErasureEvent {}

    /**
     * Someone decided that the data must be kept for a reason the ledger cannot know.
     *
     * @param norm by which rule, such as {@code § 104 SGB X}; nothing about the person
     * @param until the last day on which it stands
     */
    record HoldPlaced(String holdId, PersonKind kind, String personId, String norm, LocalDate until)
            implements ErasureEvent {}

    record HoldLifted(String holdId, PersonKind kind, String personId, String reason) implements ErasureEvent {}

    /**
     * The keys were destroyed, in the transaction of this very event: what was sealed under them reads as erased.
     *
     * @param keys whose they were, as {@code kind/id} within the partnership; never what they sealed
     */
    record PersonErased(PersonKind kind, String personId, LocalDate on, Cause cause, List<String> keys)
            implements ErasureEvent {}

    enum Cause {
        /** The person asked for it (Art. 17 (1) GDPR). */
        REQUESTED,
        /** It was no longer needed (Art. 5 (1) e GDPR). */
        NO_LONGER_NEEDED,
        /** It had been done before, and a backup from before that was put back. */
        REPEATED
    }
}
