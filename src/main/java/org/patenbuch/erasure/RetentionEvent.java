package org.patenbuch.erasure;

import java.time.LocalDate;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.TextKind;

/** What has been done when a duty to keep ended; nothing personal in it. */
public sealed interface RetentionEvent extends LedgerEvent {
    /**
     * The key was destroyed, in the transaction of this very event: all text of this kind that was recorded in this year
     * reads as erased.
     */
    record TextsErased(TextKind kind, int year, LocalDate on) implements RetentionEvent {}
}
