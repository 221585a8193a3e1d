package org.patenbuch.engagement;

import static org.patenbuch.access.Question.ENGAGEMENT_SUMS;
import static org.patenbuch.access.Question.PEOPLE_LISTS;

import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a coordinator asks every week: who waits, who is silent, whose certificate runs out. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class WorkListsApi {
    private final EngagementView view;
    private final CertificatesDue certificatesDue;
    private final Silent silent;
    private final WaitingList waitingList;

    WorkListsApi(EngagementView view, CertificatesDue certificatesDue, Silent silent, WaitingList waitingList) {
        this.view = view;
        this.certificatesDue = certificatesDue;
        this.silent = silent;
        this.waitingList = waitingList;
    }

    /** Whose certificate of good conduct runs out when. */
    @GetMapping("/certificates-due")
    Page<CertificatesDue.Due> certificatesDue(Who who, Asked asked) {
        return certificatesDue.list(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    /** Who logged nothing in the period. */
    @GetMapping("/silent-sponsors")
    Page<Silent.Sponsor> silent(Who who, Asked asked) {
        return silent.list(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    @GetMapping("/waiting-list")
    Page<WaitingList.Waiting> waiting(Who who, Asked asked) {
        return waitingList.list(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    /** Hours by district and by kind of sponsor; no person in it. */
    @GetMapping("/engagement/parts")
    EngagementView.Parts parts(Who who, Asked asked) {
        Permissions.requireAsk(who, ENGAGEMENT_SUMS);
        return view.parts(who.partnership(), asked);
    }
}
