package org.patenbuch.partner;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;

/** What has happened to a partner: an organisation that funds or carries volunteer work. */
public sealed interface PartnerEvent extends LedgerEvent {
    record PartnerRegistered(String partnerId, String name, Kind kind, List<PartnerRole> roles, LocalDate since)
            implements PartnerEvent {}

    enum Kind {
        COMPANY,
        COOPERATIVE,
        PUBLIC_BODY,
        ASSOCIATION,
        FOUNDATION
    }

    enum PartnerRole {
        FUNDER,
        IN_KIND_GIVER,
        GRANT_GIVER,
        REFERRER,
        EXPERT
    }
}
