package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.dialogue.DialogueCommand.KeepCommitment;
import org.patenbuch.dialogue.DialogueForm;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.engagement.FollowUps;
import org.patenbuch.engagement.RecognitionsDue;
import org.patenbuch.engagement.Sight;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
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

/** The dialogue with those who decide: what was talked about, asked and promised, what is due, who was thanked. */
@Controller
@RequestMapping("/{partnership}/dialogue")
class DialoguePages {
    /** The latest; a link leads to the others. */
    private static final int LATEST = 200;

    private final DialogueLists lists;
    private final FollowUps followUps;
    private final RecognitionsDue recognitionsDue;
    private final Deeds deeds;
    private final Clock clock;

    DialoguePages(DialogueLists lists, FollowUps followUps, RecognitionsDue recognitionsDue, Deeds deeds, Clock clock) {
        this.recognitionsDue = recognitionsDue;
        this.lists = lists;
        this.followUps = followUps;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Bean
    static NavEntry dialogueEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.dialogue",
                "/dialogue",
                50,
                roles -> Permissions.mayAsk(roles, Question.DIALOGUE));
    }

    @GetMapping
    String page(Who who, @RequestParam(required = false) @Nullable Long position, Asked asked, Model model) {
        Asked waiting = position == null || position < 0 ? asked : asked.notBefore(position);
        return show(who, waiting, "", Bound.blank(), model);
    }

    private String show(Who who, Asked wanted, String posted, Bound<?> form, Model model) {
        Permissions.requireAsk(who, Question.DIALOGUE);
        Asked asked = wanted.then();
        String partnership = who.partnership();
        model.addAttribute(
                "due",
                Page.everyItem(asked, page -> followUps.due(partnership, page)).toList());
        model.addAttribute("meetings", latest(asked, page -> lists.meetings(partnership, page)));
        model.addAttribute("demands", latest(asked, page -> lists.demands(partnership, page)));
        model.addAttribute("commitments", latest(asked, page -> lists.commitments(partnership, page)));
        model.addAttribute("recognitions", latest(asked, page -> lists.recognitions(partnership, page)));
        if (Permissions.mayAsk(who.roles(), Question.PEOPLE_LISTS)) {
            Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
            model.addAttribute(
                    "thanks",
                    Page.everyItem(asked, page -> recognitionsDue.list(partnership, sight, page))
                            .toList());
        }
        model.addAttribute("may", Permissions.maySend(who.roles(), "RecordMeeting"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "people/dialogue";
    }

    private static <T> List<T> latest(Asked asked, Function<Asked, Page<T>> list) {
        List<T> all = Page.everyItem(asked, list).toList();
        return all.subList(Math.max(0, all.size() - LATEST), all.size());
    }

    @PostMapping("/{what}")
    String record(Who who, @PathVariable String what, @RequestParam Map<String, String> typed, Model model) {
        Deeds.Done done = deed(who, what, typed);
        return done.position() == null
                ? show(who, Asked.NOW, what, done.form(), model)
                : "redirect:/" + who.partnership() + "/dialogue?position=" + done.position();
    }

    private Deeds.Done deed(Who who, String what, Map<String, String> typed) {
        String partnership = who.partnership();
        return switch (what) {
            case "meetings" ->
                deeds.send(DialogueForm.Meeting.class, typed, (form, id) -> form.command(partnership, id), who);
            case "demands" ->
                deeds.send(DialogueForm.Demand.class, typed, (form, id) -> form.command(partnership, id), who);
            case "answers" -> {
                String demand = typed.getOrDefault("demandId", "-");
                yield deeds.send(
                        DialogueForm.DemandsAnswer.class,
                        typed,
                        (form, id) -> form.command(partnership, id, demand),
                        who);
            }
            case "commitments" ->
                deeds.send(DialogueForm.Commitment.class, typed, (form, id) -> form.command(partnership, id), who);
            case "fulfilments" -> {
                String commitment = typed.getOrDefault("commitmentId", "-");
                yield deeds.send(
                        DialogueForm.Fulfilment.class,
                        typed,
                        (form, id) -> new KeepCommitment(partnership, id, commitment, form.on()),
                        who);
            }
            case "recognitions" ->
                deeds.send(DialogueForm.Recognition.class, typed, (form, id) -> form.command(partnership, id), who);
            default -> throw new NotFound();
        };
    }
}
