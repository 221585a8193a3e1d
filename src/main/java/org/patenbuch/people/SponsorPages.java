package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorEntry;
import org.patenbuch.eventstore.Command;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.sponsor.SponsorForm;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sponsors: the list, and the path of each with its next step. */
@Controller
@RequestMapping("/{partnership}/people/sponsors")
class SponsorPages {
    private static final int MOST = 200;

    private final EngagementLists lists;
    private final Deeds deeds;
    private final Clock clock;

    SponsorPages(EngagementLists lists, Deeds deeds, Clock clock) {
        this.lists = lists;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Bean
    static NavEntry sponsorsEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.sponsors",
                "/people/sponsors",
                40,
                roles -> Permissions.mayAsk(roles, Question.ENGAGEMENT));
    }

    @GetMapping
    String list(Who who, Asked asked, Model model) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        sight.requireAll();
        model.addAttribute("page", lists.sponsors(who.partnership(), sight, asked));
        model.addAttribute("asked", asked);
        model.addAttribute("may", Permissions.maySend(who.roles(), "RegisterSponsor"));
        model.addAttribute("who", who);
        return "people/sponsors";
    }

    @GetMapping("/{id}")
    String one(
            Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Asked asked,
            Model model) {
        model.addAttribute("done", done != null);
        return show(who, id, asked, "", Bound.blank(), model);
    }

    private String show(Who who, String id, Asked wanted, String posted, Bound<?> form, Model model) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        sight.requireAll();
        Asked asked = wanted.then().ofSponsor(id).most(MOST);
        One<SponsorEntry> found =
                lists.sponsor(who.partnership(), sight, id, asked).orElseThrow(NotFound::new);
        SponsorEntry sponsor = found.item();
        model.addAttribute("sponsor", sponsor);
        model.addAttribute("languages", Spoken.names(sponsor.languages()));
        model.addAttribute("steps", SponsorSteps.next(sponsor));
        model.addAttribute("corrections", SponsorSteps.corrections(sponsor));
        model.addAttribute(
                "sponsorships",
                lists.sponsorships(who.partnership(), sight, asked).items());
        model.addAttribute("may", Permissions.maySend(who.roles(), "RegisterSponsor"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "people/sponsor";
    }

    @PostMapping("/{id}/{what}")
    String record(
            Who who,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            Model model) {
        Deeds.Done done = deed(who, id, what, typed);
        return done.position() == null
                ? show(who, id, Asked.NOW, what, done.form(), model)
                : "redirect:/" + who.partnership() + "/people/sponsors/" + id + "?done=" + what + "&minPosition="
                        + done.position();
    }

    private Deeds.Done deed(Who who, String sponsor, String what, Map<String, String> typed) {
        return switch (what) {
            case "interview" -> step(SponsorForm.Interview.class, SponsorForm.Interview::command, who, sponsor, typed);
            case "training" -> step(SponsorForm.Training.class, SponsorForm.Training::command, who, sponsor, typed);
            case "certificate" ->
                step(SponsorForm.CertificateFacts.class, SponsorForm.CertificateFacts::command, who, sponsor, typed);
            case "pause" -> step(SponsorForm.Pause.class, SponsorForm.Pause::command, who, sponsor, typed);
            case "return" -> step(SponsorForm.Return.class, SponsorForm.Return::command, who, sponsor, typed);
            case "departure" -> step(SponsorForm.Departure.class, SponsorForm.Departure::command, who, sponsor, typed);
            default -> throw new NotFound();
        };
    }

    /** How a form of the sponsor's path becomes a command: of partnership, name and sponsor. */
    private interface Step<F> {
        Command command(F form, String partnership, String id, String sponsorId);
    }

    private <F extends Record> Deeds.Done step(
            Class<F> type, Step<F> step, Who who, String sponsor, Map<String, String> typed) {
        return deeds.send(type, typed, (form, id) -> step.command(form, who.partnership(), id, sponsor), who);
    }
}
