package org.patenbuch.eventstore;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent;
import org.patenbuch.partnership.PartnershipCommand.FoundPartnership;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;

/** Small commands of real modules: a partnership's stream takes as many rules as a test wants, a partner's is one event. */
public final class Samples {
    public static final LocalDate DAY = LocalDate.of(2013, 3, 1);

    private Samples() {}

    public static FoundPartnership found(String partnership) {
        return new FoundPartnership(partnership, "Partnership of a test");
    }

    public static SetRule rule(String partnership, String id, long value) {
        return new SetRule(partnership, id, Rule.HOUR_VALUE_CENTS, value, DAY, null);
    }

    public static RegisterPartner partner(String partnership, String id) {
        return new RegisterPartner(
                partnership,
                id,
                "Partner of a test",
                PartnerEvent.Kind.ASSOCIATION,
                List.of(PartnerEvent.PartnerRole.FUNDER),
                DAY);
    }
}
