package org.patenbuch.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.HoursTrace;
import org.patenbuch.engagement.PeopleTrace;
import org.patenbuch.funding.MoneyTrace;
import org.patenbuch.funding.Trace;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Figures;
import org.patenbuch.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a euro or an hour came from and where it went: as a table, and as its picture. */
@Controller
@RequestMapping("/{partnership}/trace")
class TracePages {
    private final MoneyTrace money;
    private final PeopleTrace people;
    private final MessageSource messages;

    TracePages(MoneyTrace money, PeopleTrace people, MessageSource messages) {
        this.money = money;
        this.people = people;
        this.messages = messages;
    }

    /** @param address of the stage's own trace; null where there is none */
    record End(String name, @Nullable String address) {}

    /** @param value for the picture, {@code shown} for people */
    record Step(
            End from,
            End to,
            long value,
            String shown,
            @Nullable String on,
            List<Long> events) {}

    @GetMapping("/{kind:contributions|expenses|pledges}/{id}")
    String money(
            Who who, @PathVariable String kind, @PathVariable String id, Asked asked, Locale language, Model model) {
        String partner = TraceApi.onlyPartner(who);
        Optional<Trace> found = switch (kind) {
            case "contributions" -> money.contribution(who.partnership(), partner, id, asked);
            case "expenses" -> money.expense(who.partnership(), partner, id, asked);
            default -> money.pledge(who.partnership(), partner, id, asked);
        };
        Trace trace = found.orElseThrow(NotFound::new);
        Figures figures = new Figures(language);
        List<Step> steps = trace.hops().stream()
                .map(hop -> step(hop, who, figures, language))
                .toList();
        model.addAttribute("facts", trace);
        return show(who, title(trace.kind().name(), id, language), figures.euro(trace.amountCents()), steps, model);
    }

    @GetMapping("/{kind:hours|sponsorships}/{id}")
    String hours(
            Who who, @PathVariable String kind, @PathVariable String id, Asked asked, Locale language, Model model) {
        TraceApi.requirePeople(who);
        HoursTrace trace = (kind.equals("hours")
                        ? people.hours(who.partnership(), id, asked)
                        : people.sponsorship(who.partnership(), id, asked))
                .orElseThrow(NotFound::new);
        Figures figures = new Figures(language);
        List<Step> steps = trace.hops().stream()
                .map(hop -> new Step(
                        end(hop.from().kind().name(), hop.from().id(), who, language),
                        end(hop.to().kind().name(), hop.to().id(), who, language),
                        hop.minutes(),
                        figures.hours(hop.minutes()),
                        null,
                        hop.events()))
                .toList();
        model.addAttribute("facts", trace);
        return show(who, title(trace.kind().name(), id, language), figures.hours(trace.minutes()), steps, model);
    }

    private Step step(Trace.Hop hop, Who who, Figures figures, Locale language) {
        return new Step(
                end(hop.from().kind().name(), hop.from().id(), who, language),
                end(hop.to().kind().name(), hop.to().id(), who, language),
                hop.amountCents(),
                figures.euro(hop.amountCents()),
                figures.day(hop.on()),
                hop.events());
    }

    private String show(Who who, String title, String whole, List<Step> steps, Model model) {
        model.addAttribute("who", who);
        model.addAttribute("of", title);
        model.addAttribute("whole", whole);
        model.addAttribute("steps", steps);
        model.addAttribute("mayOpen", AuditPages.audits(who.roles()));
        return "audit/trace";
    }

    private String title(String kind, String id, Locale language) {
        return messages.getMessage("trace.kind." + kind, new Object[] {id}, language);
    }

    private End end(String kind, String id, Who who, Locale language) {
        String path = switch (kind) {
            case "PLEDGE" -> "pledges";
            case "CONTRIBUTION" -> "contributions";
            case "EXPENSE" -> "expenses";
            case "HOURS" -> "hours";
            case "SPONSORSHIP" -> "sponsorships";
            default -> null;
        };
        return new End(
                title(kind, id, language), path == null ? null : "/" + who.partnership() + "/trace/" + path + "/" + id);
    }
}
