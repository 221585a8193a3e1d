package org.patenbuch.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.audit.Meanwhile;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.Field;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every form: filled in, looked at once more where money moves, sent. The name of the entry is made when the form is
 * shown, so a second click books nothing twice; what was typed is never lost.
 */
@Controller
class FormPages {
    private final Desk desk;
    private final Endpoints endpoints;
    private final Binder binder;
    private final Inputs inputs;
    private final ReadBack readBack;
    private final List<Offer> offers;
    private final Meanwhile meanwhile;

    /** What is wrong, and where; no field where it is a rule that refuses. */
    record Mistake(String field, String sentence) {}

    FormPages(
            Desk desk,
            Endpoints endpoints,
            Binder binder,
            Inputs inputs,
            ReadBack readBack,
            List<Offer> offers,
            Meanwhile meanwhile) {
        this.desk = desk;
        this.endpoints = endpoints;
        this.binder = binder;
        this.inputs = inputs;
        this.readBack = readBack;
        this.offers = offers;
        this.meanwhile = meanwhile;
    }

    @GetMapping(Place.LIST + "/new")
    ModelAndView blank(Who who, @PathVariable String list, HttpServletRequest request) {
        return form(
                who,
                desk.action(who, list, Action.NEW),
                "",
                offered(who, list, "", Action.NEW, request),
                HttpStatus.OK);
    }

    @GetMapping(Place.LIST + "/{id}/{action}")
    ModelAndView blank(
            Who who,
            @PathVariable String list,
            @PathVariable String id,
            @PathVariable String action,
            HttpServletRequest request) {
        return form(who, desk.action(who, list, action), id, offered(who, list, id, action, request), HttpStatus.OK);
    }

    @PostMapping(Place.LIST + "/new")
    ModelAndView send(
            Who who,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String step,
            HttpServletRequest request) {
        return sent(who, desk.action(who, list, Action.NEW), "", step, request);
    }

    @PostMapping(Place.LIST + "/{id}/{action}")
    ModelAndView send(
            Who who,
            @PathVariable String list,
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String step,
            HttpServletRequest request) {
        return sent(who, desk.action(who, list, action), id, step, request);
    }

    /** Fields may be filled in beforehand: by the address, as an hour of a sponsorship, and with what holds already. */
    private Bound<Record> offered(Who who, String list, String id, String action, HttpServletRequest request) {
        Map<String, List<String>> texts = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> texts.put(name, List.of(values[0])));
        offers.stream()
                .filter(offer -> offer.list().equals(list) && offer.action().equals(action))
                .forEach(offer -> texts.putAll(offer.present().apply(who, id)));
        texts.put("id", List.of(EntryName.fresh()));
        return new Bound<>(null, List.of(), texts);
    }

    private ModelAndView sent(Who who, Action action, String subject, String step, HttpServletRequest request) {
        Endpoints.Endpoint endpoint = endpoints.of(action);
        Bound<? extends Record> bound = binder.bind(endpoint.form(), Source.parameters(request.getParameterMap()));
        if (!bound.good()) return form(who, action, subject, bound, HttpStatus.UNPROCESSABLE_CONTENT);
        if (step.equals("edit")) return form(who, action, subject, bound, HttpStatus.OK);
        List<Meanwhile.Change> changes =
                meanwhile.of(who, action.list(), subject, bound.text("seen"), LocaleContextHolder.getLocale());
        if (!changes.isEmpty()) {
            return form(who, action, subject, bound, HttpStatus.CONFLICT)
                    .addObject("changes", changes)
                    .addObject("seen", changes.getLast().position());
        }
        if (action.checked() && !step.equals("send")) return check(who, action, subject, bound);
        try {
            Accepted accepted = endpoints.send(endpoint, bound.value(), who, subject);
            return onwards(who, action, subject, accepted);
        } catch (Misshapen wrong) {
            Bound<? extends Record> refused = bound;
            for (var problem : wrong.problems()) refused = refused.with(problem);
            return form(who, action, subject, refused, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Rejected rejected) {
            Bound<? extends Record> refused = bound.refused("rejected." + rejected.code(), rejected.arguments());
            return form(who, action, subject, refused, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView form(Who who, Action action, String subject, Bound<?> bound, HttpStatus status) {
        ModelAndView page = page("desk/form", who, action, subject, bound);
        page.setStatus(status);
        List<Field> fields = Field.of(endpoints.of(action).form());
        List<Input.Group> groups = inputs.of(action, fields, bound, options(who, fields));
        page.addObject("groups", groups);
        page.addObject(
                "mistakes",
                bound.problems().stream()
                        .map(problem -> new Mistake(problem.at(), inputs.sentence(problem, groups)))
                        .toList());
        return page;
    }

    private ModelAndView check(Who who, Action action, String subject, Bound<? extends Record> bound) {
        ModelAndView page = page("desk/check", who, action, subject, bound);
        List<Field> fields = Field.of(endpoints.of(action).form());
        page.addObject("answers", readBack.of(action, bound.value(), options(who, fields)));
        return page;
    }

    private Map<String, List<Desk.Option>> options(Who who, List<Field> fields) {
        Map<String, List<Desk.Option>> options = new HashMap<>();
        for (Field field : fields) {
            String list = Names.listOf(field.name());
            List<Desk.Option> found = list == null ? null : desk.options(who, list, Asked.NOW);
            if (found != null) options.put(field.name(), found);
            options.putAll(options(who, field.parts()));
        }
        return options;
    }

    private ModelAndView page(String template, Who who, Action action, String subject, Bound<?> bound) {
        String base = "/" + who.partnership() + "/" + action.list();
        ModelAndView page = new ModelAndView(template);
        page.addObject("action", action);
        page.addObject("list", action.list());
        page.addObject("subject", subject);
        page.addObject("bound", bound);
        page.addObject("seen", bound.text("seen"));
        page.addObject("base", base);
        page.addObject("all", "/" + who.partnership() + "/" + Place.listOf(action.list()));
        page.addObject("home", "/" + who.partnership() + "/" + Place.home(action.list()));
        page.addObject("here", base + (action.isNew() ? "/new" : "/" + subject + "/" + action.name()));
        return page;
    }

    /** To the entry's own page, once the views have read it. */
    private static ModelAndView onwards(Who who, Action action, String subject, Accepted accepted) {
        String id = action.isNew() ? accepted.id() : subject;
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/{p}/" + Place.home(action.list()) + "/{id}")
                        .queryParam("done", action.name())
                        .queryParam("minPosition", accepted.position())
                        .buildAndExpand(who.partnership(), id)
                        .toUriString());
    }
}
