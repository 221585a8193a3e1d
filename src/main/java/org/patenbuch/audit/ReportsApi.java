package org.patenbuch.audit;

import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Frozen reports, and what has changed since. */
@RestController
@RequestMapping("/api/v1/{partnership}/reports")
class ReportsApi {
    private static final int KEPT = 100;

    private final Reports reports;
    private final Differences differences;

    ReportsApi(Reports reports, Differences differences) {
        this.reports = reports;
        this.differences = differences;
    }

    @GetMapping
    Page<Reports.Frozen> all(Who who, Asked asked) {
        Permissions.requireAsk(who, Question.EXPORTS);
        return reports.all(who.partnership(), asked);
    }

    @GetMapping("/{id}")
    Reports.Content one(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, Question.EXPORTS);
        return reports.content(who.partnership(), frozen(who, id, asked));
    }

    /** Between the report and what is known now, or at the moment asked for: only what changed. */
    @GetMapping("/{id}/delta")
    Differences.Answer delta(Who who, @PathVariable String id, Asked asked) {
        Permissions.requireAsk(who, Question.DIFFERENCES);
        int kept = asked.limit() == null ? KEPT : asked.limit();
        return differences.since(who.partnership(), frozen(who, id, asked), asked, kept);
    }

    private Reports.Frozen frozen(Who who, String id, Asked asked) {
        return reports.one(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }
}
