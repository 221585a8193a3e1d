package org.patenbuch.engagement;

import static org.patenbuch.access.Question.DIALOGUE;

import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions about meetings, demands, commitments and recognition. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class DialogueListsApi {
    private final DialogueLists lists;
    private final FollowUps followUps;

    DialogueListsApi(DialogueLists lists, FollowUps followUps) {
        this.lists = lists;
        this.followUps = followUps;
    }

    @GetMapping("/meetings")
    Page<MeetingEntry> meetings(Who who, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.meetings(who.partnership(), asked);
    }

    @GetMapping("/meetings/{id}")
    One<MeetingEntry> meeting(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.meeting(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/demands")
    Page<DemandEntry> demands(Who who, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.demands(who.partnership(), asked);
    }

    @GetMapping("/demands/{id}")
    One<DemandEntry> demand(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.demand(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/commitments")
    Page<CommitmentEntry> commitments(Who who, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.commitments(who.partnership(), asked);
    }

    @GetMapping("/commitments/{id}")
    One<CommitmentEntry> commitment(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.commitment(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/recognitions")
    Page<RecognitionEntry> recognitions(Who who, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.recognitions(who.partnership(), asked);
    }

    @GetMapping("/recognitions/{id}")
    One<RecognitionEntry> recognition(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return lists.recognition(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    /** What has to be asked about by when. */
    @GetMapping("/follow-ups")
    Page<FollowUps.FollowUp> followUps(Who who, Asked asked) {
        Permissions.requireAsk(who, DIALOGUE);
        return followUps.due(who.partnership(), asked);
    }
}
