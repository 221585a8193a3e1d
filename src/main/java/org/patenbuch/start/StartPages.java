package org.patenbuch.start;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.patenbuch.access.Memberships;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.patenbuch.web.Task;
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
    private final List<Task> tasks;
    private final Clock clock;

    StartPages(Memberships memberships, FundingView funding, EngagementView engagement, List<Task> tasks, Clock clock) {
        this.memberships = memberships;
        this.funding = funding;
        this.engagement = engagement;
        this.tasks = tasks.stream().sorted(Comparator.comparingInt(Task::order)).toList();
        this.clock = clock;
    }

    @Bean
    static NavEntry startEntry() {
        return new NavEntry("nav.start", "", 0, roles -> true);
    }

    /** Straight to one's partnership; with several to choose from, a list of them. */
    @GetMapping("/")
    String home(Principal someone, Model model) {
        List<String> partnerships = memberships.partnershipsOf(someone);
        if (partnerships.size() == 1) return "redirect:/" + partnerships.getFirst();
        model.addAttribute("partnerships", partnerships);
        return "start/choice";
    }

    @GetMapping("/{partnership}")
    String start(Who who, @RequestParam Optional<Integer> year, Model model) {
        Years years = new Years(funding.years(who.partnership()), engagement.years(who.partnership()));
        int shown = year.orElseGet(() -> years.first(LocalDate.now(clock).getYear()));
        if (shown < EARLIEST || shown > LATEST) throw new NotFound();
        LocalDate from = LocalDate.of(shown, 1, 1);
        LocalDate to = LocalDate.of(shown, 12, 31);
        model.addAttribute("year", shown);
        model.addAttribute("years", years.with(shown));
        model.addAttribute("to", to);
        model.addAttribute("who", who);
        model.addAttribute("waiting", waiting(who));
        model.addAttribute(
                "overview",
                Overview.of(
                        who,
                        () -> funding.answer(who.partnership(), from, to),
                        () -> engagement.answer(who.partnership(), from, to)));
        return "start/start";
    }

    /** One line of what waits for this person. */
    record Waiting(String key, String address, long count) {
        public boolean isMore() {
            return count > Task.MOST;
        }
    }

    private List<Waiting> waiting(Who who) {
        return tasks.stream()
                .filter(task -> task.concerns().test(who))
                .map(task -> new Waiting(
                        task.key(),
                        "/" + who.partnership() + task.path(),
                        task.count().apply(who)))
                .filter(waiting -> waiting.count() > 0)
                .toList();
    }
}
