package org.patenbuch.kernel;

/**
 * A fact of the ledger. Each stream's facts are the records of one sealed interface that extends this one; the stored
 * name is the record's simple name and never changes, the revision says which shape of it was stored.
 */
public interface LedgerEvent {
    /** The shape of the stored fact; raised only when a field changes its meaning, never for an added field. */
    default String revision() {
        return "1";
    }
}
