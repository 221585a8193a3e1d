package org.patenbuch.partner;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.partner.PartnerEvent.PartnerRegistered;
import org.patenbuch.partner.PartnerEvent.PartnerRole;

/** One of each fact of a partner, with every field filled, as its golden file holds it. */
public final class PartnerSamples {
    private PartnerSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(new PartnerRegistered(
                "P-WGR",
                "Wohnungsgenossenschaft Rosenstadt eG",
                Kind.COOPERATIVE,
                List.of(PartnerRole.FUNDER, PartnerRole.IN_KIND_GIVER),
                LocalDate.of(2010, 3, 1)));
    }
}
