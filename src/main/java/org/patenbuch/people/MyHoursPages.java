package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A sponsor's own hours, on a phone: works without scripts, and with them without a connection. The script keeps what
 * could not be sent and sends it later, under the name it was given when it was entered.
 */
@Controller
@RequestMapping("/{partnership}/my-hours")
class MyHoursPages {
    private static final int LAST = 60;

    private final EngagementLists lists;
    private final Ledger ledger;
    private final Sentences sentences;
    private final Clock clock;

    MyHoursPages(EngagementLists lists, Ledger ledger, Sentences sentences, Clock clock) {
        this.lists = lists;
        this.ledger = ledger;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Bean
    static NavEntry myHoursEntry() {
        return new NavEntry(
                NavEntry.Group.START, "nav.my-hours", "/my-hours", 5, roles -> roles.contains(Role.SPONSOR));
    }

    @GetMapping
    String page(Who who, @RequestParam(required = false) @Nullable Long position, Model model) {
        return show(who, position, Bound.blank(), model);
    }

    private String show(Who who, @Nullable Long position, Bound<?> form, Model model) {
        Permissions.requireAsk(who, Question.HOURS);
        String sponsorId = sponsor(who);
        Sight own = new Sight(true, false, sponsorId);
        Asked asked = position == null || position < 0 ? Asked.NOW : Asked.NOW.notBefore(position);
        List<SponsorshipEntry> running = Page.everyItem(
                        asked.having("RUNNING"), page -> lists.sponsorships(who.partnership(), own, page))
                .toList();
        model.addAttribute(
                "mine",
                new MyHours(
                        sponsorId,
                        LocalDate.now(clock),
                        running,
                        lists.lastHours(who.partnership(), own, LAST, asked)));
        model.addAttribute("form", form);
        model.addAttribute("who", who);
        model.addAttribute("sent", position != null);
        return "people/my-hours";
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String log(Who who, @Shaped Bound<Visit> form, Model model) {
        String sponsorId = requireSponsor(who);
        if (!form.good()) {
            return show(who, null, form, model);
        }
        try {
            Receipt receipt = ledger.send(form.value().by(who, sponsorId), who, Origin.screen());
            return "redirect:/" + who.partnership() + "/my-hours?position=" + receipt.position();
        } catch (Rejected refused) {
            FieldProblem problem = new FieldProblem("on", "rejected." + refused.code(), refused.arguments());
            return show(who, null, form.with(problem), model);
        }
    }

    /** What became of an entry sent by the script. */
    record Sent(
            @Nullable String id,
            @Nullable Long position,
            @Nullable String code,
            @Nullable String detail) {}

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Sent> send(Who who, @Shaped Bound<Visit> form, Locale language) {
        String sponsorId = requireSponsor(who);
        if (!form.good()) {
            FieldProblem first = form.problems().getFirst();
            return ResponseEntity.badRequest().body(new Sent(null, null, first.code(), sentences.of(first, language)));
        }
        try {
            Receipt receipt = ledger.send(form.value().by(who, sponsorId), who, Origin.screen());
            return ResponseEntity.status(receipt.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(new Sent(receipt.id(), receipt.position(), null, null));
        } catch (Rejected refused) {
            String detail = sentences.of("rejected." + refused.code(), refused.arguments(), language);
            return ResponseEntity.unprocessableContent().body(new Sent(null, null, refused.code(), detail));
        }
    }

    /** May answer for the page above its own folder, and for nothing else. */
    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker(Who who) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                .header("Service-Worker-Allowed", "/" + who.partnership() + "/my-hours")
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("static/app/my-hours-worker.js"));
    }

    /** @throws NotFound who is no sponsor has no such page */
    private static String requireSponsor(Who who) {
        Permissions.requireSend(who, "LogHours");
        return sponsor(who);
    }

    private static String sponsor(Who who) {
        if (who.sponsorId() == null) {
            throw new NotFound();
        }
        return who.sponsorId();
    }
}
