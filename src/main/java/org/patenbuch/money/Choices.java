package org.patenbuch.money;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.PartnerRow;
import org.patenbuch.money.Field.Option;
import org.patenbuch.projections.Asked;

/** What there is to choose from, and what it is called. */
record Choices(Map<String, String> partnerNames, Map<String, String> fundNames, List<Option> pledges) {
    private static final int MOST = 500;

    static Choices of(String partnership, FundingLists lists) {
        return of(partnership, lists, Asked.NOW);
    }

    /** As known at the moment a question is about. */
    static Choices of(String partnership, FundingLists lists, Asked asked) {
        Asked most = asked.then().most(MOST);
        Map<String, String> partners = new TreeMap<>();
        for (PartnerRow partner : lists.partners(partnership, most).items()) {
            partners.put(partner.id(), partner.name());
        }
        Map<String, String> funds = new TreeMap<>();
        lists.funds(partnership, most).items().forEach(fund -> funds.put(fund.id(), fund.name()));
        List<Option> pledges = lists.pledges(partnership, null, most).items().stream()
                .filter(pledge -> pledge.outstandingCents() > 0)
                .map(pledge -> new Option(
                        pledge.id(),
                        pledge.id() + " – " + partners.getOrDefault(pledge.partnerId(), pledge.partnerId()),
                        null))
                .toList();
        return new Choices(partners, funds, pledges);
    }

    List<Option> partners() {
        return options(partnerNames);
    }

    List<Option> funds() {
        return options(fundNames);
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
