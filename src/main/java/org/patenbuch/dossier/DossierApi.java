package org.patenbuch.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.erasure.Person;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything about one person, what goes when, and the consents, for programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class DossierApi {
    static final int DEFAULT_LIMIT = 50;

    private final Dossiers dossiers;
    private final Plans plans;
    private final Consents consents;
    private final Binder binder;

    DossierApi(Dossiers dossiers, Plans plans, Consents consents, Binder binder) {
        this.dossiers = dossiers;
        this.plans = plans;
        this.consents = consents;
        this.binder = binder;
    }

    record Part(
            @Nullable @Size(max = 200) String after,
            @Nullable @Min(1) @Max(500) Integer limit) {
        int size() {
            return limit == null ? DEFAULT_LIMIT : limit;
        }
    }

    /** @param kind sponsors, households */
    @GetMapping("/persons/{kind}/{personId}")
    Dossier dossier(Who who, @PathVariable String kind, @PathVariable String personId, Locale language) {
        Permissions.requireAsk(who, Question.PERSONS);
        PersonKind known = PersonKind.ofPath(kind).orElseThrow(NotFound::new);
        return dossiers.of(new Person(who.partnership(), known, personId), language)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/retention")
    Plan plan(Who who, HttpServletRequest request, Locale language) {
        Permissions.requireAsk(who, Question.PERSONS);
        Part part = part(request);
        return plans.page(who.partnership(), part.after(), part.size(), language);
    }

    @GetMapping("/consents")
    Consents.Log consents(Who who, HttpServletRequest request, Locale language) {
        Permissions.requireAsk(who, Question.PERSONS);
        Part part = part(request);
        return consents.page(who.partnership(), part.after(), part.size(), language);
    }

    private Part part(HttpServletRequest request) {
        return binder.bind(Part.class, Source.parameters(request.getParameterMap()))
                .orThrow();
    }
}
