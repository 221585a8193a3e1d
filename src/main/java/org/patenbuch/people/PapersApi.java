package org.patenbuch.people;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.HoursEntry;
import org.patenbuch.engagement.RecognitionEntry;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorEntry;
import org.patenbuch.kernel.Who;
import org.patenbuch.people.Papers.Paper;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.timesheet.Status;
import org.patenbuch.web.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is printed for one person: the sheet of hours, the letter for the certificate, the thanks. */
@RestController
@RequestMapping(
        path = {"/{partnership}", "/api/v1/{partnership}"},
        produces = MediaType.APPLICATION_PDF_VALUE)
class PapersApi {
    private final EngagementLists lists;
    private final DialogueLists dialogue;
    private final Papers papers;

    PapersApi(EngagementLists lists, DialogueLists dialogue, Papers papers) {
        this.lists = lists;
        this.dialogue = dialogue;
        this.papers = papers;
    }

    /** A sponsor's month as a sheet to be signed (Stundennachweis). */
    @GetMapping("/timesheets/{sponsorId}/{month}/sheet.pdf")
    ResponseEntity<byte[]> timesheet(
            Who who, @PathVariable String sponsorId, @PathVariable YearMonth month, Asked asked, Locale language) {
        One<SponsorEntry> sponsor = sponsor(who, sponsorId, asked);
        Sight sight = Sight.of(who, Question.HOURS);
        Asked ofMonth = Asked.NOW
                .at(sponsor.position())
                .during(month.atDay(1), month.atEndOfMonth())
                .ofSponsor(sponsorId);
        List<HoursEntry> counted = Page.everyItem(ofMonth, page -> lists.hours(who.partnership(), sight, page))
                .filter(entry -> entry.status() != Status.WITHDRAWN)
                .map(HoursEntry::withoutTexts)
                .toList();
        long minutes = counted.stream().mapToLong(HoursEntry::minutes).sum();
        Map<String, Object> shown =
                Map.of("sponsor", sponsor.item(), "month", month, "entries", counted, "minutes", minutes);
        String file = "hours-" + sponsorId + "-" + month;
        return papers.answer(
                new Paper(
                        "people/timesheet-print",
                        "people.sheet.title",
                        List.of(),
                        file,
                        shown,
                        sponsor.position(),
                        sponsor.knownAt()),
                who,
                language);
    }

    /** The written request a volunteer needs to apply for the certificate free of charge (§ 30a (2) BZRG). */
    @GetMapping("/sponsors/{sponsorId}/certificate-request.pdf")
    ResponseEntity<byte[]> certificateRequest(Who who, @PathVariable String sponsorId, Asked asked, Locale language) {
        Permissions.requireSend(who, "SeeCertificate");
        One<SponsorEntry> sponsor = sponsor(who, sponsorId, asked);
        // Of the certificate itself the letter tells nothing
        Map<String, Object> shown = Map.of(
                "sponsorId",
                sponsorId,
                "name",
                sponsor.item().name() == null ? "" : sponsor.item().name());
        return papers.answer(
                new Paper(
                        "people/request-print",
                        "people.request.title",
                        List.of(),
                        "request-" + sponsorId,
                        shown,
                        sponsor.position(),
                        sponsor.knownAt()),
                who,
                language);
    }

    @GetMapping("/recognitions/{id}/certificate.pdf")
    ResponseEntity<byte[]> recognition(Who who, @PathVariable String id, Asked asked, Locale language) {
        Permissions.requireAsk(who, Question.DIALOGUE);
        One<RecognitionEntry> found = dialogue.recognition(who.partnership(), id, asked.then())
                .filter(one -> one.item().status() == RecognitionEntry.Status.AWARDED)
                .orElseThrow(NotFound::new);
        SponsorEntry sponsor = sponsor(who, found.item().sponsorId(), asked).item();
        Map<String, Object> shown =
                Map.of("recognition", found.item(), "name", sponsor.name() == null ? sponsor.id() : sponsor.name());
        return papers.answer(
                new Paper(
                        "people/recognition-print",
                        "people.recognition.title",
                        List.of(found.item().title()),
                        "recognition-" + id,
                        shown,
                        found.position(),
                        found.knownAt()),
                who,
                language);
    }

    private One<SponsorEntry> sponsor(Who who, String id, Asked asked) {
        return lists.sponsor(who.partnership(), Sight.of(who, Question.PEOPLE_LISTS), id, asked.then())
                .orElseThrow(NotFound::new);
    }
}
