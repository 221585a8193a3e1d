package org.patenbuch.engagement;

import static org.patenbuch.access.Question.ENGAGEMENT;
import static org.patenbuch.access.Question.ENGAGEMENT_SUMS;
import static org.patenbuch.access.Question.HOURS;
import static org.patenbuch.access.Question.PEOPLE_LISTS;

import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions about people and hours; everyone is answered as much as {@link Sight} allows. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class EngagementApi {
    private final EngagementView view;
    private final EngagementLists lists;

    EngagementApi(EngagementView view, EngagementLists lists) {
        this.view = view;
        this.lists = lists;
    }

    @GetMapping("/engagement")
    Engagement engagement(Who who, Asked asked) {
        if (Permissions.mayAsk(who.roles(), ENGAGEMENT)) {
            return view.answer(who.partnership(), asked);
        }
        Permissions.requireAsk(who, ENGAGEMENT_SUMS);
        return view.answer(who.partnership(), asked).sumsOnly();
    }

    @GetMapping("/sponsors")
    Page<SponsorEntry> sponsors(Who who, Asked asked) {
        return lists.sponsors(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    @GetMapping("/sponsors/{id}")
    One<SponsorEntry> sponsor(Who who, @PathVariable String id, Asked asked) {
        return lists.sponsor(who.partnership(), Sight.of(who, PEOPLE_LISTS), id, asked)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/households")
    Page<HouseholdEntry> households(Who who, Asked asked) {
        return lists.households(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    @GetMapping("/households/{id}")
    One<HouseholdEntry> household(Who who, @PathVariable String id, Asked asked) {
        return lists.household(who.partnership(), Sight.of(who, PEOPLE_LISTS), id, asked)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/sponsorships")
    Page<SponsorshipEntry> sponsorships(Who who, Asked asked) {
        return lists.sponsorships(who.partnership(), Sight.of(who, PEOPLE_LISTS), asked);
    }

    @GetMapping("/sponsorships/{id}")
    One<SponsorshipEntry> sponsorship(Who who, @PathVariable String id, Asked asked) {
        return lists.sponsorship(who.partnership(), Sight.of(who, PEOPLE_LISTS), id, asked)
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/hours")
    Page<HoursEntry> hours(Who who, Asked asked) {
        return lists.hours(who.partnership(), Sight.of(who, HOURS), asked);
    }

    @GetMapping("/hours/{id}")
    One<HoursEntry> hoursEntry(Who who, @PathVariable String id, Asked asked) {
        return lists.hoursEntry(who.partnership(), Sight.of(who, HOURS), id, asked)
                .orElseThrow(NotFound::new);
    }
}
