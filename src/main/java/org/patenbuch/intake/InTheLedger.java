package org.patenbuch.intake;

import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.References;
import org.patenbuch.partner.Partners;

/** What one partnership's ledger already holds. */
record InTheLedger(String partnership, References references, Partners partners) implements Known {
    @Override
    public boolean has(ImportKind kind, String id) {
        return references.known(partnership, kind.entry(), id);
    }

    @Override
    public @Nullable String partnerKind(String id) {
        return partners.kindOf(partnership, id).map(Enum::name).orElse(null);
    }
}
