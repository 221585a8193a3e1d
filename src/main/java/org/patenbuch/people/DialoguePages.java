package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.dialogue.DialogueCommand.KeepCommitment;
import org.patenbuch.dialogue.DialogueForm;
import org.patenbuch.engagement.DialogueLists;
import org.patenbuch.engagement.FollowUps;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
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
    private static final int MOST = 200;

    private final DialogueLists lists;
    private final FollowUps followUps;
    private final Ledger ledger;
    private final Binder binder;
    private final Clock clock;

    DialoguePages(DialogueLists lists, FollowUps followUps, Ledger ledger, Binder binder, Clock clock) {
        this.lists = lists;
        this.followUps = followUps;
        this.ledger = ledger;
        this.binder = binder;
        this.clock = clock;
    }

    @Bean
    static NavEntry dialogueEntry() {
        return new NavEntry("nav.dialogue", "/dialogue", 20, roles -> Permissions.mayAsk(roles, Question.DIALOGUE));
    }

    @GetMapping
    String page(Who who, @RequestParam(required = false) @Nullable Long position, Model model) {
        return show(who, position, "", Bound.blank(), model);
    }

    private String show(Who who, @Nullable Long position, String posted, Bound<?> form, Model model) {
        Permissions.requireAsk(who, Question.DIALOGUE);
        Long seen = position == null || position < 0 ? null : position;
        Asked asked = new Asked(null, null, null, null, seen, MOST, null, null, null, null, null, null, null);
        String partnership = who.partnership();
        model.addAttribute("due", followUps.due(partnership, asked).items());
        model.addAttribute("meetings", lists.meetings(partnership, asked).items());
        model.addAttribute("demands", lists.demands(partnership, asked).items());
        model.addAttribute("commitments", lists.commitments(partnership, asked).items());
        model.addAttribute("recognitions", lists.recognitions(partnership, asked).items());
        model.addAttribute("may", Permissions.maySend(who.roles(), "RecordMeeting"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("fresh", UUID.randomUUID().toString());
        model.addAttribute("who", who);
        return "people/dialogue";
    }

    @PostMapping("/{what}")
    String record(
            Who who, @PathVariable String what, @RequestParam Map<String, String> typed, Model model) {
        String partnership = who.partnership();
        return switch (what) {
            case "meetings" ->
                send(what, DialogueForm.Meeting.class, form -> form.command(partnership, name(typed)), who, typed, model);
            case "demands" ->
                send(what, DialogueForm.Demand.class, form -> form.command(partnership, name(typed)), who, typed, model);
            case "answers" ->
                send(
                        what,
                        DialogueForm.DemandsAnswer.class,
                        form -> form.command(partnership, name(typed), typed.getOrDefault("demandId", "-")),
                        who,
                        typed,
                        model);
            case "commitments" ->
                send(
                        what,
                        DialogueForm.Commitment.class,
                        form -> form.command(partnership, name(typed)),
                        who,
                        typed,
                        model);
            case "fulfilments" ->
                send(
                        what,
                        DialogueForm.Fulfilment.class,
                        form -> new KeepCommitment(
                                partnership, name(typed), typed.getOrDefault("commitmentId", "-"), form.on()),
                        who,
                        typed,
                        model);
            case "recognitions" ->
                send(
                        what,
                        DialogueForm.Recognition.class,
                        form -> form.command(partnership, name(typed)),
                        who,
                        typed,
                        model);
            default -> throw new NotFound();
        };
    }

    /** The name that came with the form, checked as its field {@code id}. */
    private static String name(Map<String, String> typed) {
        return typed.getOrDefault("id", "").isBlank() ? UUID.randomUUID().toString() : typed.get("id").strip();
    }

    private <F extends Record> String send(
            String what,
            Class<F> form,
            Function<F, Command> command,
            Who who,
            Map<String, String> typed,
            Model model) {
        Bound<F> bound = binder.bind(form, Source.parameters(parameters(typed)));
        if (!bound.good()) {
            return show(who, null, what, bound, model);
        }
        try {
            long position = ledger.send(command.apply(bound.value()), who, Origin.screen()).position();
            return "redirect:/" + who.partnership() + "/dialogue?position=" + position;
        } catch (Rejected refused) {
            FieldProblem problem = new FieldProblem("", "rejected." + refused.code(), refused.arguments());
            return show(who, null, what, bound.with(problem), model);
        }
    }

    private static Map<String, String[]> parameters(Map<String, String> typed) {
        Map<String, String[]> all = new LinkedHashMap<>();
        typed.forEach((name, text) -> all.put(name, new String[] {text}));
        return all;
    }
}
