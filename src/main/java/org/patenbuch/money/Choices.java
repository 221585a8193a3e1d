package org.patenbuch.money;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.money.Field.Option;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;

/** What there is to choose from, all of it, and what it is called. */
record Choices(
        String partnership,
        FundingLists lists,
        Asked asked,
        Map<String, String> partnerNames,
        Map<String, String> fundNames) {
    static Choices of(String partnership, FundingLists lists) {
        return of(partnership, lists, Asked.NOW);
    }

    /** As known at the moment a question is about. */
    static Choices of(String partnership, FundingLists lists, Asked asked) {
        Asked then = asked.then();
        Map<String, String> partners = new TreeMap<>();
        Page.everyItem(then, page -> lists.partners(partnership, page))
                .forEach(partner -> partners.put(partner.id(), partner.name()));
        Map<String, String> funds = new TreeMap<>();
        Page.everyItem(then, page -> lists.funds(partnership, page)).forEach(fund -> funds.put(fund.id(), fund.name()));
        return new Choices(partnership, lists, then, partners, funds);
    }

    List<Option> partners() {
        return options(partnerNames);
    }

    List<Option> funds() {
        return options(fundNames);
    }

    /** Those of which something is still to come; only a form that asks for one needs them. */
    List<Option> pledges() {
        return Page.everyItem(asked.having("OPEN"), page -> lists.pledges(partnership, null, page))
                .filter(pledge -> pledge.outstandingCents() > 0)
                .map(pledge -> new Option(pledge.id(), pledge.id() + " – " + partner(pledge.partnerId()), null))
                .toList();
    }

    public String partner(String id) {
        return partnerNames.getOrDefault(id, id);
    }

    public String fund(String id) {
        return fundNames.getOrDefault(id, id);
    }

    private static List<Option> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(named -> new Option(named.getKey(), named.getValue() + " (" + named.getKey() + ")", null))
                .toList();
    }
}
