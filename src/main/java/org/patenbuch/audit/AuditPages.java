package org.patenbuch.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Shaped;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.AsOf;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.patenbuch.projections.Rebuild;
import org.patenbuch.projections.SelfCheck;
import org.patenbuch.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an auditor begins: the state of the record, and the ways into it. */
@Controller
@RequestMapping("/{partnership}")
class AuditPages {
    private static final int SHOWN = 10;
    /** What can be followed, by the names the addresses have. */
    static final List<String> TRACED = List.of("contributions", "expenses", "pledges", "hours", "sponsorships");

    private final SelfCheck selfCheck;
    private final Rebuild rebuild;
    private final Reports reports;
    private final Checks checks;
    private final Accesses accesses;
    private final Moments moments;
    private final FundingView funding;

    AuditPages(
            SelfCheck selfCheck,
            Rebuild rebuild,
            Reports reports,
            Checks checks,
            Accesses accesses,
            Moments moments,
            FundingView funding) {
        this.selfCheck = selfCheck;
        this.rebuild = rebuild;
        this.reports = reports;
        this.checks = checks;
        this.accesses = accesses;
        this.moments = moments;
        this.funding = funding;
    }

    static boolean audits(Set<Role> roles) {
        return Permissions.mayAsk(roles, Question.EVENTS);
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry(NavEntry.Group.CHECK, "nav.audit", "/audit", 80, AuditPages::audits);
    }

    @Bean
    static NavEntry journalEntry() {
        return new NavEntry(NavEntry.Group.CHECK, "nav.journal", "/journal", 81, AuditPages::audits);
    }

    @Bean
    static NavEntry reportsEntry() {
        return new NavEntry(
                NavEntry.Group.CHECK,
                "nav.reports",
                "/reports",
                82,
                roles -> Permissions.mayAsk(roles, Question.EXPORTS));
    }

    @GetMapping("/audit")
    String home(Who who, Model model) {
        Permissions.requireAsk(who, Question.EVENTS);
        String partnership = who.partnership();
        model.addAttribute("rebuilding", rebuild.underWay());
        model.addAllAttributes(Map.of(
                "who", who,
                "moment", moments.answer(Asked.NOW, FundingView.NAME, partnership, moment -> moment),
                "checks", selfCheck.last(),
                "reports",
                        Page.everyItem(Asked.NOW, page -> reports.all(partnership, page))
                                .toList(),
                "marks", checks.last(partnership, SHOWN),
                "accesses",
                        accesses.part(partnership, new Accesses.Leaf(null, SHOWN))
                                .items(),
                "traced", TRACED,
                "years", funding.years(partnership).reversed()));
        return "audit/home";
    }

    /** Exports made and log-ins refused, all of them. */
    @GetMapping("/accesses")
    String accesses(Who who, @Shaped Bound<Accesses.Leaf> leaf, Model model) {
        Permissions.requireAsk(who, Question.EVENTS);
        model.addAttribute("who", who);
        model.addAttribute("part", accesses.part(who.partnership(), leaf.orThrow()));
        return "audit/accesses";
    }

    /** From the form: straight to what is to be followed. */
    @AsOf
    @GetMapping("/trace")
    String trace(Who who, @RequestParam String kind, @RequestParam String id) {
        Permissions.requireAsk(who, Question.TRACE);
        String known = TRACED.contains(kind) ? kind : TRACED.getFirst();
        String name = id.strip().replaceAll("[^\\w.-]", "");
        return name.isEmpty()
                ? "redirect:/" + who.partnership() + "/audit"
                : "redirect:/" + who.partnership() + "/trace/" + known + "/" + name;
    }
}
