package org.patenbuch.start;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.engagement.FollowUps;
import org.patenbuch.engagement.MeetingEntry;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.springframework.stereotype.Component;

/** What the partnership agreed on, as far as it belongs on its first page: what is due next, and where it met. */
@Component
class Dialogue {
    private static final int DUE = 5;
    private static final int MEETINGS = 3;
    private static final int MOST = 500;

    private final FollowUps followUps;
    private final DialogueLists lists;

    Dialogue(FollowUps followUps, DialogueLists lists) {
        this.followUps = followUps;
        this.lists = lists;
    }

    /** @param meetings the last ones of the period */
    record Seen(List<FollowUps.FollowUp> due, List<MeetingEntry> meetings) {}

    boolean seenBy(Who who) {
        return Permissions.mayAsk(who.roles(), Question.DIALOGUE);
    }

    Seen of(Who who, LocalDate from, LocalDate to, Asked asked) {
        List<MeetingEntry> held = lists
                .meetings(who.partnership(), asked.during(from, to).most(MOST))
                .items()
                .stream()
                .filter(meeting -> meeting.status() == MeetingEntry.Status.HELD)
                .toList();
        return new Seen(
                followUps.due(who.partnership(), asked.most(DUE)).items(),
                held.subList(Math.max(0, held.size() - MEETINGS), held.size()));
    }
}
