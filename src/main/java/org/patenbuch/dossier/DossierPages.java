package org.patenbuch.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.erasure.ErasureCommand;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureCommand.LiftHold;
import org.patenbuch.erasure.ErasureCommand.PlaceHold;
import org.patenbuch.erasure.ErasureCommand.RequestErasure;
import org.patenbuch.erasure.ErasureCommand.WithdrawErasureRequest;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.ErasureForm;
import org.patenbuch.erasure.Person;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of what goes when, the consents, and one person's page with what can be done about the data. */
@Controller
@RequestMapping("/{partnership}/persons")
class DossierPages {
    private final Dossiers dossiers;
    private final Plans plans;
    private final Consents consents;
    private final Ledger ledger;
    private final Binder binder;
    private final Clock clock;

    DossierPages(Dossiers dossiers, Plans plans, Consents consents, Ledger ledger, Binder binder, Clock clock) {
        this.dossiers = dossiers;
        this.plans = plans;
        this.consents = consents;
        this.ledger = ledger;
        this.binder = binder;
        this.clock = clock;
    }

    @Bean
    static NavEntry personsEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.persons",
                "/persons",
                70,
                roles -> Permissions.mayAsk(roles, Question.PERSONS));
    }

    @GetMapping
    String plan(Who who, @RequestParam(required = false) @Nullable String after, Locale language, Model model) {
        Permissions.requireAsk(who, Question.PERSONS);
        model.addAttribute("plan", plans.page(who.partnership(), after, DossierApi.DEFAULT_LIMIT, language));
        model.addAttribute("who", who);
        return "dossier/plan";
    }

    @GetMapping("/consents")
    String consents(Who who, @RequestParam(required = false) @Nullable String after, Locale language, Model model) {
        Permissions.requireAsk(who, Question.PERSONS);
        model.addAttribute("log", consents.page(who.partnership(), after, DossierApi.DEFAULT_LIMIT, language));
        model.addAttribute("who", who);
        return "dossier/consents";
    }

    @GetMapping("/{kind}/{personId}")
    String person(Who who, @PathVariable String kind, @PathVariable String personId, Locale language, Model model) {
        return show(who, person(who, kind, personId), Bound.blank(), "", language, model);
    }

    /** @param deed what was refused, as its form's address ends; empty if nothing was */
    private String show(Who who, Person person, Bound<?> form, String deed, Locale language, Model model) {
        Permissions.requireAsk(who, Question.PERSONS);
        model.addAttribute("dossier", dossiers.of(person, language).orElseThrow(NotFound::new));
        model.addAttribute("form", form);
        model.addAttribute("refused", deed);
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "dossier/person";
    }

    @PostMapping("/{kind}/{personId}/{deed}")
    String act(
            Who who,
            @PathVariable String kind,
            @PathVariable String personId,
            @PathVariable String deed,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model) {
        Person person = person(who, kind, personId);
        Bound<?> form = done(who, person, deed, typed);
        return form.problems().isEmpty()
                ? "redirect:/" + who.partnership() + "/persons/" + kind + "/" + personId
                : show(who, person, form, deed, language, model);
    }

    private Bound<?> done(Who who, Person person, String deed, MultiValueMap<String, String> typed) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        typed.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        Bound<?> form = binder.bind(shape(deed), Source.parameters(parameters));
        if (!form.good()) {
            return form;
        }
        try {
            ledger.send(command(who, person, form.value(), deed, typed), who, Origin.screen());
            return form;
        } catch (Rejected refused) {
            return form.with(new FieldProblem("", "rejected." + refused.code(), refused.arguments()));
        }
    }

    private static Class<? extends Record> shape(String deed) {
        return switch (deed) {
            case "erasure-request", "erasure-request-withdrawal", "erasure" -> ErasureForm.Plain.class;
            case "holds" -> ErasureForm.NewHold.class;
            case "hold-lifting" -> ErasureForm.LiftingOf.class;
            default -> throw new NotFound();
        };
    }

    private ErasureCommand command(
            Who who, Person person, @Nullable Object form, String deed, MultiValueMap<String, String> typed) {
        String partnership = who.partnership();
        String given = typed.getFirst("id");
        String id = given == null || given.isBlank() ? UUID.randomUUID().toString() : given;
        return switch (form) {
            case ErasureForm.NewHold hold ->
                new PlaceHold(partnership, id, person.kind(), person.id(), hold.norm(), hold.until());
            case ErasureForm.LiftingOf lifting ->
                new LiftHold(partnership, id, person.kind(), person.id(), lifting.holdId(), lifting.reason());
            case null, default ->
                switch (deed) {
                    case "erasure-request" -> new RequestErasure(partnership, id, person.kind(), person.id());
                    case "erasure-request-withdrawal" ->
                        new WithdrawErasureRequest(partnership, id, person.kind(), person.id());
                    default ->
                        new ErasePerson(
                                partnership, id, person.kind(), person.id(), Cause.REQUESTED, LocalDate.now(clock));
                };
        };
    }

    private static Person person(Who who, String kind, String personId) {
        return new Person(who.partnership(), PersonKind.ofPath(kind).orElseThrow(NotFound::new), personId);
    }
}
