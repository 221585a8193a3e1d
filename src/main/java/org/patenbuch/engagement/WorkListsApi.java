package org.patenbuch.engagement;

import static org.patenbuch.access.Question.ENGAGEMENT_SUMS;
import static org.patenbuch.access.Question.EXPORTS;
import static org.patenbuch.access.Question.HOURS;
import static org.patenbuch.access.Question.PEOPLE_LISTS;

import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Notes notes;
    private final Timesheets timesheets;
    private final RecognitionsDue recognitionsDue;
    private final SponsorSuggestions suggestions;

    WorkListsApi(
            EngagementView view,
            CertificatesDue certificatesDue,
            Silent silent,
            WaitingList waitingList,
            Notes notes,
            Timesheets timesheets,
            RecognitionsDue recognitionsDue,
            SponsorSuggestions suggestions) {
        this.suggestions = suggestions;
        this.notes = notes;
        this.timesheets = timesheets;
        this.recognitionsDue = recognitionsDue;
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

    /** Who may accompany this household, and what speaks for each. */
    @GetMapping("/households/{id}/suggestions")
    SponsorSuggestions.Answer suggestions(Who who, @PathVariable String id, Asked asked) {
        return suggestions
                .of(id, who.partnership(), Sight.of(who, PEOPLE_LISTS), asked)
                .orElseThrow(NotFound::new);
    }

    /** Months as a whole: how many hours, submitted when, approved how far. */
    @GetMapping("/timesheets")
    Page<Timesheets.Sheet> timesheets(Who who, Asked asked) {
        return timesheets.list(who.partnership(), Sight.of(who, HOURS), asked);
    }

    /** Which approved hours count towards which funder. */
    @GetMapping("/hour-claims")
    Page<ClaimEntry> claims(Who who, Asked asked) {
        Permissions.requireAsk(who, EXPORTS);
        return timesheets.claims(who.partnership(), asked);
    }

    /** Whom to thank. */
    @GetMapping("/recognitions-due")
    Page<RecognitionsDue.Due> recognitionsDue(Who who, Asked asked) {
        return recognitionsDue.list(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    /** What coordinators wrote down about a sponsorship, for coordinators. */
    @GetMapping("/sponsorships/{id}/notes")
    Page<NoteEntry> notes(Who who, @PathVariable String id, Asked asked) {
        return notes.of(id, who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    /** Hours by district and by kind of sponsor; no person in it. */
    @GetMapping("/engagement/parts")
    EngagementView.Parts parts(Who who, Asked asked) {
        Permissions.requireAsk(who, ENGAGEMENT_SUMS);
        return view.parts(who.partnership(), asked);
    }
}
