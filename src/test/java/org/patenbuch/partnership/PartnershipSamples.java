package org.patenbuch.partnership;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;
import org.patenbuch.partnership.PartnershipEvent.PeriodReopened;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;

/** One of each fact of a partnership, with every field filled, as its golden file holds it. */
public final class PartnershipSamples {
    private PartnershipSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new PartnershipFounded("rosenstadt", "Verantwortungspartnerschaft Rosenstadt"),
                new PeriodLocked("L-2013", LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), "finance"),
                new PeriodReopened("L-2013", "Beleg nachgereicht"),
                new RuleSet("R-1", Rule.HOUR_VALUE_CENTS, 1_500, LocalDate.of(2013, 1, 1), "P-LKR"));
    }
}
