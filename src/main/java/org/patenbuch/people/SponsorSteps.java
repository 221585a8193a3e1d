package org.patenbuch.people;

import java.util.ArrayList;
import java.util.List;
import org.patenbuch.engagement.SponsorEntry;

/** What can be recorded of a sponsor as he or she stands now. */
final class SponsorSteps {
    private SponsorSteps() {}

    /** Steps of the path that may come next; who has left takes none. */
    static List<String> next(SponsorEntry sponsor) {
        if (sponsor.leftOn() != null) {
            return List.of();
        }
        String rest = sponsor.pausedOn() == null ? "pause" : "return";
        return List.of("interview", "training", "certificate", rest, "departure");
    }

    /** Steps that were taken, and can be taken back because they were none. */
    static List<String> corrections(SponsorEntry sponsor) {
        List<String> back = new ArrayList<>();
        if (sponsor.leftOn() != null) {
            back.add("departure-withdrawal");
        }
        if (sponsor.interviewedOn() != null) {
            back.add("interview-withdrawal");
        }
        if (sponsor.trainedOn() != null) {
            back.add("training-withdrawal");
        }
        if (sponsor.certificateSeenOn() != null || Boolean.TRUE.equals(sponsor.listedConviction())) {
            back.add("certificate-deletion");
        }
        return back;
    }
}
