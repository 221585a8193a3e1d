package org.patenbuch.audit;

import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.engagement.HoursTrace;
import org.patenbuch.engagement.PeopleTrace;
import org.patenbuch.engagement.Sight;
import org.patenbuch.funding.MoneyTrace;
import org.patenbuch.funding.Trace;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.NotFound;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where any euro and any hour came from and where it went. A partner is shown its own money only. */
@RestController
@RequestMapping("/api/v1/{partnership}/trace")
class TraceApi {
    private final MoneyTrace money;
    private final PeopleTrace people;

    TraceApi(MoneyTrace money, PeopleTrace people) {
        this.money = money;
        this.people = people;
    }

    @GetMapping("/pledges/{id}")
    Trace pledge(Who who, @PathVariable String id, Asked asked) {
        return money.pledge(who.partnership(), onlyPartner(who), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/contributions/{id}")
    Trace contribution(Who who, @PathVariable String id, Asked asked) {
        return money.contribution(who.partnership(), onlyPartner(who), id, asked)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/expenses/{id}")
    Trace expense(Who who, @PathVariable String id, Asked asked) {
        return money.expense(who.partnership(), onlyPartner(who), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/hours/{id}")
    HoursTrace hours(Who who, @PathVariable String id, Asked asked) {
        requirePeople(who);
        return people.hours(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/sponsorships/{id}")
    HoursTrace sponsorship(Who who, @PathVariable String id, Asked asked) {
        requirePeople(who);
        return people.sponsorship(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    /** Who may follow money need not know who accompanies whom. */
    static void requirePeople(Who who) {
        Permissions.requireAsk(who, Question.TRACE);
        if (Sight.of(who, Question.HOURS).onlySponsor() != null) {
            throw new AccessDeniedException("may see own entries only");
        }
    }

    /** @return the one partner whose money this person may follow; null where it may follow all */
    static @Nullable String onlyPartner(Who who) {
        Permissions.requireAsk(who, Question.TRACE);
        var scopes = Permissions.scopes(who.roles(), Question.TRACE);
        if (Scope.whole(scopes)) {
            return null;
        }
        if (who.partnerId() == null) {
            throw new AccessDeniedException("speaks for no partner");
        }
        return who.partnerId();
    }
}
