package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Positions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal for auditors' programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class AuditApi {
    private final Trail trail;
    private final Accesses accesses;
    private final Positions positions;
    private final Binder binder;

    AuditApi(Trail trail, Accesses accesses, Positions positions, Binder binder) {
        this.trail = trail;
        this.accesses = accesses;
        this.positions = positions;
        this.binder = binder;
    }

    @GetMapping("/events")
    Trail.Part events(Who who, HttpServletRequest request) {
        Permissions.requireAsk(who, Question.EVENTS);
        Sought sought = binder.bind(Sought.class, Source.parameters(request.getParameterMap()))
                .orThrow()
                .checked();
        if (sought.minPosition() != null) {
            positions.awaitComplete(sought.minPosition());
        }
        return trail.part(who.partnership(), sought);
    }

    /** Exports made and log-ins refused, the last ones first. */
    @GetMapping("/accesses")
    Accesses.Part accesses(Who who, Asked asked) {
        Permissions.requireAsk(who, Question.EVENTS);
        return accesses.part(who.partnership(), asked.after(), asked.pageSize());
    }
}
