package org.patenbuch.start;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.patenbuch.access.Memberships;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.Outlooks;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page after login: money and hours of one year, which is part of the address. */
@Controller
class StartPages {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final Memberships memberships;
    private final FundingView funding;
    private final EngagementView engagement;
    private final Outlooks outlooks;
    private final Waiting waiting;
    private final Dialogue dialogue;
    private final Tour tour;
    private final Moments moments;

    StartPages(
            Memberships memberships,
            FundingView funding,
            EngagementView engagement,
            Outlooks outlooks,
            Waiting waiting,
            Dialogue dialogue,
            Tour tour,
            Moments moments) {
        this.memberships = memberships;
        this.outlooks = outlooks;
        this.funding = funding;
        this.engagement = engagement;
        this.waiting = waiting;
        this.dialogue = dialogue;
        this.tour = tour;
        this.moments = moments;
    }

    @Bean
    static NavEntry startEntry() {
        return new NavEntry(NavEntry.Group.START, "nav.start", "", 0, roles -> true);
    }

    /** The end of a year that is over, else today. */
    private static LocalDate seenFrom(LocalDate to, LocalDate today) {
        return to.isBefore(today) ? to : today;
    }

    /** Straight to one's partnership; with several to choose from, a list of them. */
    @GetMapping("/")
    String home(Principal someone, Model model) {
        String home = memberships.home(someone);
        if (!home.equals("/")) return "redirect:" + home;
        model.addAttribute("partnerships", memberships.partnershipsOf(someone));
        return "start/choice";
    }

    @GetMapping("/{partnership}")
    String start(
            Who who,
            @RequestParam Optional<Integer> year,
            @RequestParam(defaultValue = "false") boolean tour,
            Asked asked,
            Model model) {
        Years years = new Years(funding.years(who.partnership(), asked), engagement.years(who.partnership(), asked));
        LocalDate today = moments.today(asked, FundingView.NAME, who.partnership());
        int shown = year.orElseGet(() -> years.first(today.getYear()));
        if (shown < EARLIEST || shown > LATEST) throw new NotFound();
        LocalDate from = LocalDate.of(shown, 1, 1);
        LocalDate to = LocalDate.of(shown, 12, 31);
        model.addAttribute("year", shown);
        model.addAttribute("years", years.with(shown));
        model.addAttribute("to", to);
        model.addAttribute("who", who);
        // What waits, and where to begin, is a matter of today
        boolean now = !asked.looksBack();
        model.addAttribute("waiting", now ? waiting.of(who) : List.of());
        model.addAttribute("tour", now ? this.tour.of(who, tour).orElse(null) : null);
        Asked then = asked.then();
        model.addAttribute("dialogue", dialogue.seenBy(who) ? dialogue.of(who, from, to, then) : null);
        Overview overview = Overview.of(
                who,
                () -> funding.answer(who.partnership(), then.during(from, to)),
                () -> engagement.answer(who.partnership(), then.during(from, to)));
        model.addAttribute("overview", overview);
        if (overview.hasMoney()) {
            model.addAttribute("outlook", outlooks.answer(who.partnership(), then.during(null, seenFrom(to, today))));
        }
        return "start/start";
    }
}
