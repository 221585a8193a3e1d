package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.Timesheets;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A month's timesheets: approve one or all, send an entry back with a comment, take an approval back. */
@Controller
@RequestMapping("/{partnership}/people/timesheets")
class SheetPages {
    private static final int MOST = 500;

    private final Timesheets timesheets;
    private final EngagementLists lists;
    private final Ledger ledger;
    private final Sentences sentences;
    private final Clock clock;

    SheetPages(Timesheets timesheets, EngagementLists lists, Ledger ledger, Sentences sentences, Clock clock) {
        this.timesheets = timesheets;
        this.lists = lists;
        this.ledger = ledger;
        this.sentences = sentences;
        this.clock = clock;
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

    @GetMapping
    String month(
            Who who,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable Long position,
            Model model) {
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        Sight sight = Sight.of(who, Question.HOURS);
        sight.requireAll();
        Asked asked = of(shown, null, position);
        model.addAttribute("month", shown);
        model.addAttribute(
                "sheets", timesheets.list(who.partnership(), sight, asked).items());
        model.addAttribute("may", Permissions.maySend(who.roles(), "ApproveTimesheet"));
        model.addAttribute("who", who);
        return "people/sheets";
    }

    @GetMapping("/{sponsorId}/{month}")
    String sheet(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Long position,
            Model model) {
        Sight sight = Sight.of(who, Question.HOURS);
        sight.requireAll();
        model.addAttribute("month", month);
        model.addAttribute("sponsorId", sponsorId);
        model.addAttribute(
                "entries",
                lists.hours(who.partnership(), sight, of(month, sponsorId, position))
                        .items());
        model.addAttribute("may", Permissions.maySend(who.roles(), "ApproveTimesheet"));
        model.addAttribute("who", who);
        return "people/sheet";
    }

    private static Asked of(YearMonth month, @Nullable String sponsorId, @Nullable Long position) {
        LocalDate last = month.atEndOfMonth();
        Long seen = position == null || position < 0 ? null : position;
        return new Asked(month.atDay(1), last, null, null, seen, MOST, null, null, null, sponsorId, null, null, null);
    }

    /** @param sheets those to approve, {@code V-01} … */
    @PostMapping("/approval")
    String approve(
            Who who,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable List<String> sheets,
            Locale language,
            RedirectAttributes told) {
        Permissions.requireSend(who, "ApproveTimesheet");
        List<TimesheetCommand> commands = new ArrayList<>();
        for (String sponsorId : sheets == null ? List.<String>of() : sheets) {
            commands.add(new ApproveTimesheet(who.partnership(), fresh(), sponsorId, month, null, who.sponsorId()));
        }
        return "redirect:/" + who.partnership() + "/people/timesheets?month=" + month
                + send(commands, who, language, told);
    }

    @PostMapping("/{sponsorId}/{month}/return")
    String sendBack(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam String entryId,
            @RequestParam String comment,
            Locale language,
            RedirectAttributes told) {
        var text = TimesheetCommand.text(who.partnership(), sponsorId, null, comment.isBlank() ? "–" : comment);
        var command = new ReturnHours(who.partnership(), fresh(), sponsorId, month, entryId, text);
        return back(who, sponsorId, month) + send(List.of(command), who, language, told);
    }

    @PostMapping("/{sponsorId}/{month}/revocation")
    String revoke(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam String reason,
            Locale language,
            RedirectAttributes told) {
        var why = TimesheetCommand.text(who.partnership(), sponsorId, null, reason.isBlank() ? "–" : reason);
        var command = new RevokeApproval(who.partnership(), fresh(), sponsorId, month, null, why);
        return back(who, sponsorId, month) + send(List.of(command), who, language, told);
    }

    private static String back(Who who, String sponsorId, YearMonth month) {
        return "redirect:/" + who.partnership() + "/people/timesheets/" + sponsorId + "/" + month + "?";
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** @return the position to wait for, as a parameter */
    private String send(List<? extends TimesheetCommand> commands, Who who, Locale language, RedirectAttributes told) {
        long last = -1;
        List<String> problems = new ArrayList<>();
        for (TimesheetCommand command : commands) {
            try {
                last = Math.max(last, ledger.send(command, who, Origin.screen()).position());
            } catch (Rejected refused) {
                problems.add(sentences.of("rejected." + refused.code(), refused.arguments(), language));
            }
        }
        told.addFlashAttribute("problems", problems);
        return last < 0 ? "" : "&position=" + last;
    }
}
