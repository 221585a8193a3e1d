package org.patenbuch.people;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.MinutesText;
import org.patenbuch.forms.Reading;
import org.patenbuch.forms.Sentences;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.SubmitTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a sponsor does to entries that stand already: put right what was sent back, withdraw, hand in a month. */
@Controller
@RequestMapping("/{partnership}/my-hours")
class MyHoursChanges {
    private final Ledger ledger;
    private final Sentences sentences;

    MyHoursChanges(Ledger ledger, Sentences sentences) {
        this.ledger = ledger;
        this.sentences = sentences;
    }

    @PostMapping("/{entryId}/correction")
    String correct(
            Who who,
            @PathVariable String entryId,
            @RequestParam YearMonth month,
            @RequestParam String minutes,
            Locale language,
            RedirectAttributes told) {
        return switch (MinutesText.read(minutes)) {
            case Reading.Misread<Integer> wrong ->
                back(who, sentences.of(wrong.code(), wrong.arguments(), language), told);
            case Reading.Understood<Integer> read -> {
                Personal why = why(who, "my-hours.corrected", language);
                yield send(
                        new CorrectHours(
                                who.partnership(),
                                fresh(),
                                sponsor(who),
                                month,
                                entryId,
                                read.value(),
                                null,
                                null,
                                why),
                        who,
                        language,
                        told);
            }
        };
    }

    @PostMapping("/{entryId}/withdrawal")
    String withdraw(
            Who who,
            @PathVariable String entryId,
            @RequestParam YearMonth month,
            Locale language,
            RedirectAttributes told) {
        Personal why = why(who, "my-hours.withdrawn", language);
        return send(
                new WithdrawHours(who.partnership(), fresh(), sponsor(who), month, entryId, why), who, language, told);
    }

    @PostMapping("/submission")
    String submit(Who who, @RequestParam YearMonth month, Locale language, RedirectAttributes told) {
        return send(new SubmitTimesheet(who.partnership(), fresh(), sponsor(who), month), who, language, told);
    }

    private String send(TimesheetCommand command, Who who, Locale language, RedirectAttributes told) {
        try {
            long position = ledger.send(command, who, Origin.screen()).position();
            return "redirect:/" + who.partnership() + "/my-hours?position=" + position;
        } catch (Rejected refused) {
            return back(who, sentences.of("rejected." + refused.code(), refused.arguments(), language), told);
        }
    }

    private static String back(Who who, String problem, RedirectAttributes told) {
        told.addFlashAttribute("problems", List.of(problem));
        return "redirect:/" + who.partnership() + "/my-hours";
    }

    private Personal why(Who who, String key, Locale language) {
        return TimesheetCommand.text(who.partnership(), sponsor(who), null, sentences.of(key, List.of(), language));
    }

    private static String sponsor(Who who) {
        if (who.sponsorId() == null) {
            throw new NotFound();
        }
        return who.sponsorId();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }
}
