package org.patenbuch.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.Notes;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.forms.Bound;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.sponsorship.SponsorshipCommand.WithdrawNote;
import org.patenbuch.sponsorship.SponsorshipForm;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One sponsorship: how far it has come, what was noted, what comes next. */
@Controller
@RequestMapping("/{partnership}/people/sponsorships/{id}")
class SponsorshipPages {
    private final EngagementLists lists;
    private final Notes notes;
    private final Deeds deeds;

    SponsorshipPages(EngagementLists lists, Notes notes, Deeds deeds) {
        this.lists = lists;
        this.notes = notes;
        this.deeds = deeds;
    }

    @GetMapping
    String one(
            Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Asked asked,
            Model model) {
        model.addAttribute("done", done != null);
        return show(who, id, asked, Bound.blank(), model);
    }

    private String show(Who who, String id, Asked wanted, Bound<?> form, Model model) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        sight.requireAll();
        Asked asked = wanted.then();
        SponsorshipEntry sponsorship = lists.sponsorship(who.partnership(), sight, id, asked)
                .orElseThrow(NotFound::new)
                .item();
        boolean may = Permissions.maySend(who.roles(), "TakeNote");
        model.addAttribute("sponsorship", sponsorship);
        model.addAttribute(
                "sponsor",
                lists.sponsor(who.partnership(), sight, sponsorship.sponsorId(), asked)
                        .orElseThrow(NotFound::new)
                        .item());
        model.addAttribute("may", may);
        model.addAttribute("actions", may ? actions(sponsorship) : List.of());
        if (sight.equals(Sight.EVERYTHING)) {
            model.addAttribute(
                    "notes",
                    Page.everyItem(asked.having("TAKEN"), page -> notes.of(id, who.partnership(), sight, page))
                            .toList());
        }
        model.addAttribute("form", form);
        model.addAttribute("who", who);
        return "people/sponsorship";
    }

    private static List<String> actions(SponsorshipEntry sponsorship) {
        if (sponsorship.endedOn() == null) {
            return List.of("notes", "phase", "rhythm", "end");
        }
        List<String> actions = new ArrayList<>(List.of("notes", "follow-up"));
        if (sponsorship.followUpOn() != null) {
            actions.add("follow-up-done");
        }
        return actions;
    }

    @PostMapping("/notes/{noteId}/withdrawal")
    String withdrawNote(
            Who who,
            @PathVariable String id,
            @PathVariable String noteId,
            @RequestParam Map<String, String> typed,
            Model model) {
        Deeds.Done done = deeds.send(
                SponsorshipForm.Withdrawal.class,
                typed,
                (form, name) -> new WithdrawNote(who.partnership(), name, id, noteId),
                who);
        return done.position() == null
                ? show(who, id, Asked.NOW, done.form(), model)
                : "redirect:/" + who.partnership() + "/people/sponsorships/" + id + "?done=note&minPosition="
                        + done.position();
    }
}
