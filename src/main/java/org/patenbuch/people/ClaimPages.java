package org.patenbuch.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.Timesheets;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.timesheet.ClaimForm;
import org.patenbuch.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which approved hours count as own contribution towards which funder. */
@Controller
@RequestMapping("/{partnership}/hour-claims")
class ClaimPages {
    private final Timesheets timesheets;
    private final Deeds deeds;

    ClaimPages(Timesheets timesheets, Deeds deeds) {
        this.timesheets = timesheets;
        this.deeds = deeds;
    }

    @Bean
    static NavEntry claimsEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.claims",
                "/hour-claims",
                60,
                roles -> Permissions.mayAsk(roles, Question.EXPORTS));
    }

    @GetMapping
    String list(Who who, @RequestParam(required = false) @Nullable Long position, Asked asked, Model model) {
        Asked waiting = position == null || position < 0 ? asked : asked.notBefore(position);
        return show(who, waiting, "", Bound.blank(), model);
    }

    private String show(Who who, Asked asked, String posted, Bound<?> form, Model model) {
        Permissions.requireAsk(who, Question.EXPORTS);
        model.addAttribute(
                "claims",
                Page.everyItem(asked.then(), page -> timesheets.claims(who.partnership(), page))
                        .toList());
        model.addAttribute("may", Permissions.maySend(who.roles(), "ClaimHours"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "people/claims";
    }

    @PostMapping
    String claim(Who who, @RequestParam Map<String, String> typed, Model model) {
        Permissions.requireSend(who, "ClaimHours");
        return told(
                who,
                "new",
                deeds.send(ClaimForm.NewClaim.class, typed, (form, id) -> form.command(who.partnership(), id), who),
                model);
    }

    @PostMapping("/{claimId}/withdrawal")
    String withdraw(Who who, @PathVariable String claimId, @RequestParam Map<String, String> typed, Model model) {
        Permissions.requireSend(who, "WithdrawClaim");
        return told(
                who,
                claimId,
                deeds.send(
                        ClaimForm.Withdrawal.class,
                        typed,
                        (form, id) -> form.command(who.partnership(), id, claimId),
                        who),
                model);
    }

    private String told(Who who, String posted, Deeds.Done done, Model model) {
        return done.position() == null
                ? show(who, Asked.NOW, posted, done.form(), model)
                : "redirect:/" + who.partnership() + "/hour-claims?position=" + done.position();
    }
}
