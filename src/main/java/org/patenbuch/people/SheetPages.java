package org.patenbuch.people;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.audit.Meanwhile;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.Timesheets;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A month's timesheets: approve one, some or all of them. */
@Controller
@RequestMapping("/{partnership}/people/timesheets")
class SheetPages {
    private static final int MOST = 500;

    private final Timesheets timesheets;
    private final Ledger ledger;
    private final Sentences sentences;
    private final Moments moments;
    private final Meanwhile meanwhile;

    SheetPages(Timesheets timesheets, Ledger ledger, Sentences sentences, Moments moments, Meanwhile meanwhile) {
        this.timesheets = timesheets;
        this.ledger = ledger;
        this.sentences = sentences;
        this.moments = moments;
        this.meanwhile = meanwhile;
    }

    @Bean
    static NavEntry timesheetsEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.timesheets",
                "/people/timesheets",
                30,
                roles -> Permissions.mayAsk(roles, Question.ENGAGEMENT));
    }

    /** @param month without one, the last complete month in which something waits, else this one */
    @GetMapping
    String month(Who who, @RequestParam(required = false) @Nullable YearMonth month, Asked asked, Model model) {
        Sight sight = Sight.of(who, Question.HOURS);
        sight.requireAll();
        YearMonth now = YearMonth.from(moments.today(asked, EngagementView.NAME, who.partnership()));
        YearMonth shown = month == null
                ? timesheets.waitingBefore(now, who.partnership(), asked).orElse(now)
                : month;
        Page<Timesheets.Sheet> sheets =
                timesheets.list(who.partnership(), sight, of(shown, asked).after(asked.after()));
        model.addAttribute("month", shown);
        model.addAttribute(
                "waiting",
                timesheets.waitingBefore(shown, who.partnership(), asked).orElse(null));
        model.addAttribute("sheets", sheets.items());
        model.addAttribute("next", sheets.next());
        model.addAttribute("may", Permissions.maySend(who.roles(), "ApproveTimesheet"));
        model.addAttribute("who", who);
        return "people/sheets";
    }

    private static Asked of(YearMonth month, Asked asked) {
        return asked.then().during(month.atDay(1), month.atEndOfMonth()).most(MOST);
    }

    /**
     * @param sheets those to approve, {@code V-01} …
     * @param all whether every month that waits is approved, however many pages there are
     * @param seen up to where the page knew: what others have entered since has not been looked at, so it stays as it is
     */
    @PostMapping("/approval")
    String approve(
            Who who,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable List<String> sheets,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String seen,
            Locale language,
            RedirectAttributes told) {
        Permissions.requireSend(who, "ApproveTimesheet");
        List<TimesheetCommand> commands = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        long unseen = -1;
        for (String sponsorId : all ? waiting(who, month) : sheets == null ? List.<String>of() : sheets) {
            var changes = meanwhile.ofMonth(who, sponsorId, month.toString(), seen, language);
            if (changes.isEmpty()) {
                commands.add(new ApproveTimesheet(who.partnership(), fresh(), sponsorId, month, null, who.sponsorId()));
            } else {
                Meanwhile.Change last = changes.getLast();
                unseen = Math.max(unseen, last.position());
                problems.add(sentences.of(
                        "people.sheets.meanwhile", List.of(sponsorId, last.by(), last.sentence()), language));
            }
        }
        return "redirect:/" + who.partnership() + "/people/timesheets?month=" + month
                + waitingFor(Math.max(unseen, send(commands, problems, who, language)), problems, told);
    }

    /** Whose month has something to approve and nothing that was sent back. */
    private List<String> waiting(Who who, YearMonth month) {
        Sight sight = Sight.of(who, Question.HOURS);
        return Page.everyItem(of(month, Asked.NOW), page -> timesheets.list(who.partnership(), sight, page))
                .filter(sheet -> sheet.minutes() > sheet.approvedMinutes())
                .filter(sheet -> sheet.status() != Timesheets.Status.RETURNED)
                .map(Timesheets.Sheet::sponsorId)
                .toList();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** @return the last position at which it was recorded, -1 if nothing was */
    private long send(List<TimesheetCommand> commands, List<String> problems, Who who, Locale language) {
        long last = -1;
        for (TimesheetCommand command : commands) {
            try {
                last = Math.max(last, ledger.send(command, who, Origin.screen()).position());
            } catch (Rejected refused) {
                problems.add(sentences.of("rejected." + refused.code(), refused.arguments(), language));
            }
        }
        return last;
    }

    /** The page that follows shows what was approved, and what kept something from being approved. */
    private static String waitingFor(long position, List<String> problems, RedirectAttributes told) {
        told.addFlashAttribute("problems", problems);
        return position < 0 ? "" : "&minPosition=" + position;
    }
}
