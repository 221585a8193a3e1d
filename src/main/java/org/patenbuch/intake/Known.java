package org.patenbuch.intake;

import org.jspecify.annotations.Nullable;

/** What the ledger already holds, as far as rows may refer to it. */
public interface Known {
    boolean has(ImportKind kind, String id);

    /** {@code COMPANY}, {@code PUBLIC_BODY} …; null if there is no such partner. */
    @Nullable
    String partnerKind(String id);

    /** An empty ledger. */
    static Known nothing() {
        return new Known() {
            @Override
            public boolean has(ImportKind kind, String id) {
                return false;
            }

            @Override
            public @Nullable String partnerKind(String id) {
                return null;
            }
        };
    }
}
