package org.patenbuch.audit;

import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.AsOf;
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

    AuditApi(Trail trail, Accesses accesses, Positions positions) {
        this.trail = trail;
        this.accesses = accesses;
        this.positions = positions;
    }

    @AsOf
    @GetMapping("/events")
    Trail.Part events(Who who, @Shaped Bound<Sought> asked) {
        Permissions.requireAsk(who, Question.EVENTS);
        Sought sought = asked.orThrow().checked();
        if (sought.minPosition() != null) {
            positions.awaitComplete(sought.minPosition());
        }
        return trail.part(who.partnership(), sought);
    }

    /** Exports made and log-ins refused, the last ones first. */
    @GetMapping("/accesses")
    Accesses.Part accesses(Who who, @Shaped Bound<Accesses.Leaf> leaf) {
        Permissions.requireAsk(who, Question.EVENTS);
        return accesses.part(who.partnership(), leaf.orThrow());
    }
}
