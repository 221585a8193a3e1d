package org.patenbuch.audit;

import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frozen reports for people; their files lie at the addresses programs use. */
@Controller
@RequestMapping("/{partnership}/reports")
class ReportsPages {
    private final Reports reports;

    ReportsPages(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    String all(Who who, Asked asked, Model model) {
        Permissions.requireAsk(who, Question.EXPORTS);
        Page<Reports.Frozen> page = reports.all(who.partnership(), asked);
        model.addAttribute("who", who);
        model.addAttribute("page", page);
        model.addAttribute("mayFreeze", Permissions.maySend(who.roles(), "FreezeReport"));
        return "audit/reports";
    }

    /** @param position of the freezing just sent, to be waited for */
    @GetMapping("/{id}")
    String one(
            Who who, @PathVariable String id, Asked asked, @RequestParam(required = false) Long position, Model model) {
        Permissions.requireAsk(who, Question.EXPORTS);
        Asked waiting = position == null ? asked : asked.notBefore(position);
        Reports.Frozen report = reports.one(who.partnership(), id, waiting).orElseThrow(NotFound::new);
        model.addAttribute("who", who);
        model.addAttribute("report", report);
        model.addAttribute("made", reports.content(who.partnership(), report));
        model.addAttribute("fresh", position != null);
        model.addAttribute("mayCompare", Permissions.mayAsk(who.roles(), Question.DIFFERENCES));
        return "audit/report";
    }
}
