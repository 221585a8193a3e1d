package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpDone;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteTaken;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteWithdrawn;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;
import org.patenbuch.sponsorship.SponsorshipEvent.PhaseEntered;
import org.patenbuch.sponsorship.SponsorshipEvent.RhythmAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class SponsorshipSamples {
    private static final LocalDate DAY = LocalDate.of(2013, 6, 14);

    private SponsorshipSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new SponsorAssigned(
                        "M-001", "V-01", "H-001", LocalDate.of(2013, 6, 14), sealed("sponsorship/M-001", "scope")),
                new PhaseEntered("M-001", Phase.GETTING_TO_KNOW, DAY),
                new RhythmAgreed("M-001", 14, DAY),
                new NoteTaken("M-001", "N-1", DAY, sealed("sponsorship/M-001", "text")),
                new NoteWithdrawn("M-001", "N-1"),
                new FollowUpAgreed("M-001", "Jugendamt", DAY),
                new FollowUpDone("M-001", DAY, sealed("sponsorship/M-001", "note")),
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
