package org.patenbuch.people;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.forms.Bound;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.timesheet.SheetName;
import org.patenbuch.timesheet.TimesheetForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One timesheet: send an entry back with a comment, take an approval back. */
@Controller
@RequestMapping("/{partnership}/people/timesheets/{sponsorId}/{month}")
class OneSheetPages {
    private final EngagementLists lists;
    private final Deeds deeds;

    OneSheetPages(EngagementLists lists, Deeds deeds) {
        this.lists = lists;
        this.deeds = deeds;
    }

    @GetMapping
    String sheet(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable Long position,
            Asked asked,
            Model model) {
        Asked waiting = position == null || position < 0 ? asked : asked.notBefore(position);
        return show(who, sponsorId, month, waiting, "", Bound.blank(), model);
    }

    private String show(
            Who who, String sponsorId, YearMonth month, Asked asked, String posted, Bound<?> form, Model model) {
        Sight sight = Sight.of(who, Question.HOURS);
        sight.requireAll();
        Asked ofMonth =
                asked.then().during(month.atDay(1), month.atEndOfMonth()).ofSponsor(sponsorId);
        model.addAttribute("month", month);
        model.addAttribute("sponsorId", sponsorId);
        model.addAttribute(
                "entries",
                Page.everyItem(ofMonth, page -> lists.hours(who.partnership(), sight, page))
                        .toList());
        model.addAttribute("may", Permissions.maySend(who.roles(), "ApproveTimesheet"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("who", who);
        return "people/sheet";
    }

    @PostMapping("/return")
    String sendBack(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam String entryId,
            @RequestParam Map<String, String> typed,
            Model model) {
        Deeds.Done done = deeds.send(
                TimesheetForm.SendBack.class,
                typed,
                (form, id) -> form.command(who.partnership(), id, new SheetName(sponsorId, month), entryId),
                who);
        return told(who, sponsorId, month, entryId, done, model);
    }

    @PostMapping("/revocation")
    String revoke(
            Who who,
            @PathVariable String sponsorId,
            @PathVariable YearMonth month,
            @RequestParam Map<String, String> typed,
            Model model) {
        Deeds.Done done = deeds.send(
                TimesheetForm.Revocation.class,
                typed,
                (form, id) -> form.command(who.partnership(), id, new SheetName(sponsorId, month)),
                who);
        return told(who, sponsorId, month, "revocation", done, model);
    }

    private String told(Who who, String sponsorId, YearMonth month, String posted, Deeds.Done done, Model model) {
        return done.position() == null
                ? show(who, sponsorId, month, Asked.NOW, posted, done.form(), model)
                : "redirect:/" + who.partnership() + "/people/timesheets/" + sponsorId + "/" + month + "?position="
                        + done.position();
    }
}
