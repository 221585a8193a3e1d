package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class SponsorshipSamples {
    private SponsorshipSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new SponsorAssigned(
                        "M-001", "V-01", "H-001", LocalDate.of(2013, 6, 14), sealed("sponsorship/M-001", "scope")),
                new SponsorshipEnded(
                        "M-001", LocalDate.of(2013, 6, 14), Outcome.GOAL_REACHED, sealed("sponsorship/M-001", "note")));
    }

    /** As it is read from the journal: sealed, and never opened here. */
    private static Personal sealed(String subject, String field) {
        String sealed =
                "enc:v1:rosenstadt/" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=";
        return new Personal("rosenstadt/" + subject, null, sealed);
    }
}
