package org.patenbuch.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.Funding;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.PartnerMoney;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.print.Attachment;
import org.patenbuch.print.Press;
import org.patenbuch.print.Sheet;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What a partner's money did in a year, on screen and as a sheet to hand on. */
@Controller
class ImpactPages {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final FundingView funding;
    private final PartnerMoney money;
    private final EngagementView engagement;
    private final Press press;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Moments moments;

    ImpactPages(
            FundingView funding,
            PartnerMoney money,
            EngagementView engagement,
            Press press,
            MessageSource messages,
            JsonMapper json,
            Moments moments) {
        this.funding = funding;
        this.money = money;
        this.engagement = engagement;
        this.press = press;
        this.messages = messages;
        this.json = json;
        this.moments = moments;
    }

    @Bean
    static NavEntry impactEntry() {
        return new NavEntry(NavEntry.Group.START, "nav.impact", "/impact", 3, roles -> roles.contains(Role.PARTNER));
    }

    /** The answer with the moment it was given for. */
    private record Found(Impact impact, Funding of) {}

    /** A partner's own; the latest year in which its money paid for something, else this one. */
    @GetMapping("/{partnership}/impact")
    String own(Who who, Asked asked) {
        if (who.partnerId() == null) throw new NotFound();
        int year = funding.years(who.partnership(), asked).reversed().stream()
                .filter(one -> !money.spent(who.partnership(), who.partnerId(), during(one, asked))
                        .isEmpty())
                .findFirst()
                .orElseGet(() -> moments.today(asked, FundingView.NAME, who.partnership())
                        .getYear());
        return "redirect:/" + who.partnership() + "/impact/" + who.partnerId() + "?year=" + year;
    }

    @GetMapping("/{partnership}/impact/{partnerId}")
    String page(Who who, @PathVariable String partnerId, @RequestParam int year, Asked asked, Model model) {
        model.addAttribute("impact", find(who, partnerId, year, asked).impact());
        model.addAttribute("years", funding.years(who.partnership(), asked));
        model.addAttribute("fewest", Impact.FEWEST);
        model.addAttribute("who", who);
        return "impact/impact";
    }

    @GetMapping(path = "/{partnership}/impact/{partnerId}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> sheet(
            Who who, @PathVariable String partnerId, @RequestParam int year, Asked asked, Locale language) {
        Found found = find(who, partnerId, year, asked);
        String title = messages.getMessage(
                "impact.title", new Object[] {found.impact().partner().name(), "" + year}, language);
        String file = "impact-" + partnerId + "-" + year;
        Sheet sheet = new Sheet(
                "impact/impact-print",
                title,
                who.partnership(),
                found.of().position(),
                found.of().knownAt(),
                language,
                Map.of("impact", found.impact(), "fewest", Impact.FEWEST),
                List.of(new Attachment(
                        file + ".json", "application/json", title, json.writeValueAsBytes(found.impact()))));
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"" + file + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(press.print(sheet));
    }

    private Found find(Who who, String partnerId, int year, Asked wanted) {
        requireSees(who, partnerId);
        if (year < EARLIEST || year > LATEST) throw new NotFound();
        Asked asked = during(year, wanted);
        Funding of = funding.answerFor(partnerId, who.partnership(), asked);
        Funding.PartnerLine line = of.byPartner().stream().findFirst().orElseThrow(NotFound::new);
        var spent = money.spent(who.partnership(), partnerId, asked.at(of.position()));
        var people = engagement.answer(who.partnership(), asked).totals();
        return new Found(Impact.of(year, line, spent, people), of);
    }

    private static Asked during(int year, Asked asked) {
        return asked.then().during(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** All partners for those who see all money; else one's own only, and of others not even whether they are there. */
    private static void requireSees(Who who, String partnerId) {
        Permissions.requireAsk(who, Question.FUNDING);
        Set<Scope> scopes = Permissions.scopes(who.roles(), Question.FUNDING);
        boolean all = Scope.whole(scopes);
        if (!all && !partnerId.equals(who.partnerId())) throw new NotFound();
    }
}
