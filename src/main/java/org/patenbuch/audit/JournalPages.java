package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.AsOf;
import org.patenbuch.projections.Positions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal for people: each event as a sentence, and as it was stored for those who want it. */
@Controller
@RequestMapping("/{partnership}")
class JournalPages {
    private static final Map<String, String> TRACES = Map.of(
            "contributionId",
            "contributions",
            "expenseId",
            "expenses",
            "pledgeId",
            "pledges",
            "entryId",
            "hours",
            "sponsorshipId",
            "sponsorships");

    private final Trail trail;
    private final Narrator narrator;
    private final Binder binder;
    private final EventCodec codec;
    private final MessageSource messages;
    private final Positions positions;
    private final JsonMapper json;
    private final Actors actors;

    JournalPages(
            Trail trail,
            Narrator narrator,
            Binder binder,
            EventCodec codec,
            MessageSource messages,
            Positions positions,
            JsonMapper json,
            Actors actors) {
        this.trail = trail;
        this.narrator = narrator;
        this.binder = binder;
        this.codec = codec;
        this.messages = messages;
        this.positions = positions;
        this.actors = actors;
        this.json = json.rebuild()
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    /**
     * One event as it is shown.
     *
     * @param stored payload and metadata as they stand in the journal
     * @param trace where it can be followed; null where there is nothing to follow
     */
    record Told(
            Trail.Recorded event,
            String sentence,
            String actor,
            @Nullable String reason,
            String stored,
            @Nullable String trace) {}

    @AsOf
    @GetMapping("/journal")
    String journal(Who who, HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        Permissions.requireAsk(who, Question.EVENTS);
        Bound<Sought> form = read(request);
        model.addAttribute("who", who);
        model.addAttribute("form", form);
        model.addAttribute("types", types(language));
        model.addAttribute("ways", ways(language));
        model.addAttribute("actors", actors.toChooseFrom(who.partnership(), form.text("actor"), language));
        model.addAttribute("mayMark", Permissions.maySend(who.roles(), "AddCheckMark"));
        if (form.good()) {
            if (form.value().minPosition() != null) {
                positions.awaitComplete(form.value().minPosition());
            }
            Trail.Part part = trail.part(who.partnership(), form.value());
            model.addAttribute("part", part);
            model.addAttribute("told", told(part.items(), language));
            model.addAttribute("next", leaf(request, "after", part.next()));
            model.addAttribute("previous", leaf(request, "before", part.previous()));
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return "audit/journal";
    }

    private Bound<Sought> read(HttpServletRequest request) {
        Bound<Sought> form = binder.bind(Sought.class, Source.parameters(request.getParameterMap()));
        try {
            if (form.good()) {
                form.value().checked();
            }
            return form;
        } catch (Misshapen wrong) {
            Bound<Sought> refused = form;
            for (FieldProblem problem : wrong.problems()) {
                refused = refused.with(problem);
            }
            return refused;
        }
    }

    private static @Nullable String leaf(HttpServletRequest request, String way, @Nullable Long position) {
        return position == null
                ? null
                : UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString())
                        .replaceQueryParam("after")
                        .replaceQueryParam("before")
                        .replaceQueryParam("minPosition")
                        .queryParam(way, position)
                        .build()
                        .toUriString();
    }

    private List<Told> told(List<Trail.Recorded> events, Locale language) {
        Map<String, String> names = actors.of(events, language);
        return events.stream()
                .map(event -> told(event, names.get(event.actor()), language))
                .toList();
    }

    private Told told(Trail.Recorded event, String actor, Locale language) {
        JsonNode reason = event.metadata().get("reason");
        return new Told(
                event,
                narrator.tell(event.type(), event.payload(), language),
                actor,
                reason == null ? null : reason.asString(),
                json.writeValueAsString(
                        new TreeMap<>(Map.of("payload", event.payload(), "metadata", event.metadata()))),
                trace(event.payload()));
    }

    private static @Nullable String trace(JsonNode payload) {
        return TRACES.entrySet().stream()
                .filter(known -> payload.path(known.getKey()).isString())
                .map(known ->
                        known.getValue() + "/" + payload.get(known.getKey()).asString())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** Every kind of event under the name people have for it. */
    private Map<String, String> types(Locale language) {
        Map<String, String> types = new TreeMap<>();
        codec.types()
                .keySet()
                .forEach(type -> types.put(type, messages.getMessage("journal.type." + type, null, type, language)));
        return types;
    }

    private Map<String, String> ways(Locale language) {
        Map<String, String> ways = new TreeMap<>();
        List.of(Sought.Way.values())
                .forEach(way -> ways.put(way.name(), messages.getMessage("journal.way." + way, null, language)));
        return ways;
    }
}
