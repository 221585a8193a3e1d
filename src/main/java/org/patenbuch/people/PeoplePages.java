package org.patenbuch.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.CertificatesDue;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.Silent;
import org.patenbuch.engagement.WaitingList;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coordinator's year of people and hours, on screen and as PDF. */
@Controller
class PeoplePages {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;
    private static final int NEXT = 10;

    private final EngagementView view;
    private final Silent silent;
    private final CertificatesDue certificates;
    private final WaitingList waiting;
    private final Costs costs;
    private final Papers papers;
    private final Moments moments;

    PeoplePages(
            EngagementView view,
            Silent silent,
            CertificatesDue certificates,
            WaitingList waiting,
            Costs costs,
            Papers papers,
            Moments moments) {
        this.view = view;
        this.silent = silent;
        this.certificates = certificates;
        this.waiting = waiting;
        this.costs = costs;
        this.papers = papers;
        this.moments = moments;
    }

    @Bean
    static NavEntry peopleEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.people",
                "/people",
                10,
                roles -> Permissions.mayAsk(roles, Question.ENGAGEMENT));
    }

    @GetMapping("/{partnership}/people")
    String year(Who who, @RequestParam int year, Asked asked, Model model) {
        model.addAttribute("people", of(who, year, asked.then()));
        model.addAttribute("years", view.years(who.partnership(), asked));
        model.addAttribute("who", who);
        return "people/year";
    }

    @GetMapping(path = "/{partnership}/people", params = "!year")
    String latest(Who who, Asked asked) {
        Permissions.requireAsk(who, Question.ENGAGEMENT);
        var years = view.years(who.partnership(), asked);
        int year = years.isEmpty()
                ? moments.today(asked, EngagementView.NAME, who.partnership()).getYear()
                : years.last();
        return "redirect:/" + who.partnership() + "/people?year=" + year;
    }

    @GetMapping(
            path = {"/{partnership}/people.pdf", "/api/v1/{partnership}/people.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(Who who, @RequestParam int year, Asked asked, Locale language) {
        PeopleYear people = of(who, year, asked.then());
        Papers.Paper paper = new Papers.Paper(
                "people/year-print",
                "people.year.title",
                List.of("" + year),
                "people-" + year,
                Map.of("people", people),
                people.engagement().position(),
                people.engagement().knownAt());
        return papers.answer(paper, who, language);
    }

    private PeopleYear of(Who who, int year, Asked asked) {
        Permissions.requireAsk(who, Question.ENGAGEMENT);
        if (year < EARLIEST || year > LATEST) {
            throw new NotFound();
        }
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        String partnership = who.partnership();
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = LocalDate.of(year, 12, 31);
        YearMonth month = PeopleYear.lastMonth(year, moments.today(asked, EngagementView.NAME, partnership));
        Asked ofYear = asked.during(from, to);
        Asked ofMonth = asked.during(month.atDay(1), month.atEndOfMonth()).most(PeopleYear.MOST);
        return new PeopleYear(
                year,
                view.answer(partnership, ofYear),
                view.parts(partnership, ofYear),
                month,
                silent.list(partnership, sight, ofMonth).items(),
                certificates.list(partnership, sight, asked).items().stream()
                        .limit(NEXT)
                        .toList(),
                waiting.list(partnership, sight, asked.most(PeopleYear.MOST)).items(),
                costs.of(who, ofYear));
    }
}
