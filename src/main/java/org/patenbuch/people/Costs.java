package org.patenbuch.people;

import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks both views about the same period and the same moment. */
@RestController
class Costs {
    private final EngagementView engagement;
    private final FundingView funding;

    Costs(EngagementView engagement, FundingView funding) {
        this.engagement = engagement;
        this.funding = funding;
    }

    @GetMapping("/api/v1/{partnership}/engagement/cost")
    Cost cost(Who who, Asked asked) {
        Permissions.requireAsk(who, Question.ENGAGEMENT_SUMS);
        // Who speaks for a partner is given that partner's money only
        if (!Scope.whole(Permissions.scopes(who.roles(), Question.FUNDING))) {
            throw new AccessDeniedException("may not ask what all of it costs");
        }
        return of(who, asked);
    }

    Cost of(Who who, Asked asked) {
        Engagement hours = engagement.answer(who.partnership(), asked);
        Asked same = asked.looksBack() ? asked : asked.notBefore(hours.position());
        return Cost.of(hours, funding.answer(who.partnership(), same));
    }
}
