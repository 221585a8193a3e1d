package org.patenbuch.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Source;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Positions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The journal for auditors' programs. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class AuditApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Trail trail;
    private final Positions positions;
    private final Binder binder;

    AuditApi(Trail trail, Positions positions, Binder binder) {
        this.trail = trail;
        this.positions = positions;
        this.binder = binder;
    }

    /** @param after a position; what was recorded behind it is answered */
    record Part(
            @Nullable @PositiveOrZero Long after,
            @Nullable @Min(1) @Max(500) Integer limit,
            @Nullable @Size(max = 100) String type,
            @Nullable @Size(max = 200) String stream,
            @Nullable @PositiveOrZero Long minPosition) {}

    @GetMapping("/events")
    Trail.Part events(Who who, HttpServletRequest request) {
        Permissions.requireAsk(who, Question.EVENTS);
        Part part = binder.bind(Part.class, Source.parameters(request.getParameterMap()))
                .orThrow();
        if (part.minPosition() != null) {
            positions.awaitComplete(part.minPosition());
        }
        return trail.after(
                who.partnership(),
                part.after() == null ? 0 : part.after(),
                part.limit() == null ? DEFAULT_LIMIT : part.limit(),
                part.type(),
                part.stream());
    }
}
