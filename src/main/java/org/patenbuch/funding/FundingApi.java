package org.patenbuch.funding;

import org.patenbuch.access.Question;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.patenbuch.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions about money. A partner is answered about its own promises and gifts only. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class FundingApi {
    private final FundingView view;
    private final FundingLists lists;
    private final Outlooks outlooks;

    FundingApi(FundingView view, FundingLists lists, Outlooks outlooks) {
        this.view = view;
        this.lists = lists;
        this.outlooks = outlooks;
    }

    @GetMapping("/funding")
    Funding funding(Who who, Asked asked) {
        String partner = Seen.onlyPartner(who, Question.FUNDING);
        return partner == null
                ? view.answer(who.partnership(), asked)
                : view.answerFor(partner, who.partnership(), asked);
    }

    /** Seen from {@code to}, without it from today: what is overdue, and the month each fund runs dry. */
    @GetMapping("/funding/outlook")
    Outlook outlook(Who who, Asked asked) {
        Seen.requireAll(who, Question.FUNDING);
        return outlooks.answer(who.partnership(), asked);
    }

    @GetMapping("/partners")
    Page<PartnerRow> partners(Who who, Asked asked) {
        Seen.requireAll(who, Question.PARTNERS);
        return lists.partners(who.partnership(), asked);
    }

    @GetMapping("/partners/{id}")
    One<PartnerRow> partner(Who who, @PathVariable String id, Asked asked) {
        Seen.requireAll(who, Question.PARTNERS);
        return lists.partner(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/funds")
    Page<FundRow> funds(Who who, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.funds(who.partnership(), asked);
    }

    @GetMapping("/funds/{id}")
    One<FundRow> fund(Who who, @PathVariable String id, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.fund(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/pledges")
    Page<PledgeRow> pledges(Who who, Asked asked) {
        return lists.pledges(who.partnership(), Seen.onlyPartner(who, Question.MONEY_LISTS), asked);
    }

    @GetMapping("/pledges/{id}")
    One<PledgeRow> pledge(Who who, @PathVariable String id, Asked asked) {
        String partner = Seen.onlyPartner(who, Question.MONEY_LISTS);
        return lists.pledge(who.partnership(), partner, id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/contributions")
    Page<ContributionRow> contributions(Who who, Asked asked) {
        return lists.contributions(who.partnership(), Seen.onlyPartner(who, Question.MONEY_LISTS), asked);
    }

    @GetMapping("/contributions/{id}")
    One<ContributionRow> contribution(Who who, @PathVariable String id, Asked asked) {
        String partner = Seen.onlyPartner(who, Question.MONEY_LISTS);
        return lists.contribution(who.partnership(), partner, id, asked).orElseThrow(NotFound::new);
    }

    @GetMapping("/expenses")
    Page<ExpenseRow> expenses(Who who, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.expenses(who.partnership(), asked);
    }

    @GetMapping("/expenses/{id}")
    One<ExpenseRow> expense(Who who, @PathVariable String id, Asked asked) {
        Seen.requireAll(who, Question.MONEY_LISTS);
        return lists.expense(who.partnership(), id, asked).orElseThrow(NotFound::new);
    }
}
