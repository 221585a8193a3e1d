package org.patenbuch.sponsor;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.Deletion;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorDescribed;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class SponsorSamples {
    private SponsorSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new SponsorRegistered("V-01", sealed("sponsor/V-01", "name"), Kind.FAMILY, LocalDate.of(2013, 6, 14)),
                new SponsorDescribed("V-01", List.of("de", "ar"), List.of("Nordstadt")),
                new SponsorInterviewed("V-01", LocalDate.of(2013, 6, 14), sealed("sponsor/V-01", "note")),
                new InterviewWithdrawn("V-01", LocalDate.of(2013, 6, 14), sealed("sponsor/V-01", "reason")),
                new TrainingWithdrawn("V-01", LocalDate.of(2013, 6, 14), sealed("sponsor/V-01", "reason")),
                new CertificateDeleted("V-01", Deletion.ACTIVITY_ENDED),
                new DepartureWithdrawn("V-01", sealed("sponsor/V-01", "reason")),
                new TrainingCompleted("V-01", LocalDate.of(2013, 6, 14), 24),
                new CertificateSeen("V-01", sealed("certificate/V-01", "certificate")),
                new SponsorPaused("V-01", LocalDate.of(2013, 6, 14), sealed("sponsor/V-01", "reason")),
                new SponsorReturned("V-01", LocalDate.of(2013, 6, 14)),
                new SponsorDeparted("V-01", LocalDate.of(2013, 6, 14), sealed("sponsor/V-01", "reason")));
    }

    /** As it is read from the journal: sealed, and never opened here. */
    private static Personal sealed(String subject, String field) {
        String sealed =
                "enc:v1:rosenstadt/" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=";
        return new Personal("rosenstadt/" + subject, null, sealed);
    }
}
