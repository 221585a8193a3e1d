package org.patenbuch.household;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.household.HouseholdEvent.ConsentGiven;
import org.patenbuch.household.HouseholdEvent.ConsentWithdrawn;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdDescribed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class HouseholdSamples {
    private HouseholdSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new HouseholdTakenIn(
                        "H-001",
                        sealed("household/H-001", "name"),
                        "Nordstadt",
                        "Unterstützung nach Geburt",
                        "P-LKR",
                        LocalDate.of(2013, 6, 14),
                        new Consent(LocalDate.of(2013, 6, 14), "Begleitung")),
                new HouseholdDescribed("H-001", List.of("ar")),
                new ConsentGiven("H-001", new Consent(LocalDate.of(2013, 6, 14), "Begleitung")),
                new ConsentWithdrawn("H-001", LocalDate.of(2013, 6, 14), sealed("household/H-001", "reason")),
                new HouseholdClosed("H-001", LocalDate.of(2013, 6, 14), sealed("household/H-001", "reason")));
    }

    /** As it is read from the journal: sealed, and never opened here. */
    private static Personal sealed(String subject, String field) {
        String sealed =
                "enc:v1:rosenstadt/" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=";
        return new Personal("rosenstadt/" + subject, null, sealed);
    }
}
