package org.patenbuch.dialogue;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentDropped;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentKept;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentMade;
import org.patenbuch.dialogue.CommitmentEvent.CommitmentPostponed;
import org.patenbuch.dialogue.DemandEvent.Answer;
import org.patenbuch.dialogue.DemandEvent.DemandAnswered;
import org.patenbuch.dialogue.DemandEvent.DemandRaised;
import org.patenbuch.dialogue.DemandEvent.DemandWithdrawn;
import org.patenbuch.dialogue.MeetingEvent.MeetingRecorded;
import org.patenbuch.dialogue.MeetingEvent.MeetingWithdrawn;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionAwarded;
import org.patenbuch.dialogue.RecognitionEvent.RecognitionRevoked;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** One of each fact of its streams, with every field filled, as its golden file holds it. */
public final class DialogueSamples {
    private static final LocalDate DAY = LocalDate.of(2013, 6, 14);

    private DialogueSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new MeetingRecorded(
                        "T-1",
                        DAY,
                        "Runder Tisch",
                        List.of(sealed("meeting/2013", "participants/0"), sealed("meeting/2013", "participants/1")),
                        sealed("meeting/2013", "summary")),
                new MeetingWithdrawn("T-1", sealed("meeting/2013", "reason")),
                new DemandRaised("D-1", DAY, "Landkreis", sealed("demand/D-1", "text"), "T-1", DAY),
                new DemandAnswered("D-1", DAY, Answer.PARTLY_MET, sealed("demand/D-1", "note")),
                new DemandWithdrawn("D-1", sealed("demand/D-1", "reason")),
                new CommitmentMade("K-1", DAY, "Sparkasse", sealed("commitment/K-1", "text"), DAY, "T-1", "D-1"),
                new CommitmentPostponed("K-1", DAY, sealed("commitment/K-1", "reason")),
                new CommitmentKept("K-1", DAY),
                new CommitmentDropped("K-1", sealed("commitment/K-1", "reason")),
                new RecognitionAwarded("E-1", "V-01", DAY, "Ehrenurkunde", sealed("sponsor/V-01", "basis")),
                new RecognitionRevoked("E-1", sealed("recognition/E-1", "reason")));
    }

    /** As it is read from the journal: sealed, and never opened here. */
    private static Personal sealed(String subject, String field) {
        String sealed =
                "enc:v1:rosenstadt/" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:" + field + ":c2VhbGVkIHRleHQ=";
        return new Personal("rosenstadt/" + subject, null, sealed);
    }
}
