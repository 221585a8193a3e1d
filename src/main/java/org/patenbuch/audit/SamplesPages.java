package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.eventstore.EventCodec;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** A sample of the journal to look through, with what has been checked of it. */
@Controller
@RequestMapping("/{partnership}/samples")
class SamplesPages {
    private final Checks checks;
    private final Binder binder;
    private final EventCodec codec;
    private final MessageSource messages;

    SamplesPages(Checks checks, Binder binder, EventCodec codec, MessageSource messages) {
        this.checks = checks;
        this.binder = binder;
        this.codec = codec;
        this.messages = messages;
    }

    @GetMapping
    String sample(
            Who who,
            Asked asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Permissions.requireAsk(who, Question.EVENTS);
        boolean fresh = request.getParameter("seed") == null && request.getParameter("size") == null;
        Bound<SampleQuestion> form = fresh
                ? Bound.offered(Map.of("size", "20"))
                : binder.bind(SampleQuestion.class, Source.parameters(request.getParameterMap()));
        model.addAttribute("who", who);
        model.addAttribute("form", form);
        model.addAttribute("types", types(language));
        model.addAttribute("mayMark", Permissions.maySend(who.roles(), "AddCheckMark"));
        if (form.good()) {
            SampleQuestion wanted = form.value();
            Checks.Sample sample = checks.draw(who.partnership(), wanted, asked);
            model.addAttribute("sample", sample);
            model.addAttribute("address", address(request, wanted.upTo() == null ? sample.position() : wanted.upTo()));
        } else if (!fresh) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return "audit/samples";
    }

    /** Of this very sample, whatever is recorded later. */
    private static String address(HttpServletRequest request, long upTo) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam("minPosition")
                .replaceQueryParam("upTo", upTo)
                .build()
                .toUriString();
    }

    private Map<String, String> types(Locale language) {
        Map<String, String> types = new TreeMap<>();
        codec.types()
                .keySet()
                .forEach(type -> types.put(type, messages.getMessage("journal.type." + type, null, type, language)));
        return types;
    }
}
