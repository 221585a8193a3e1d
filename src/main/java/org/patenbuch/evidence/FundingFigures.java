package org.patenbuch.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The money, from the events: what was promised, what came in, what was spent, what is left. Cents. */
final class FundingFigures implements Figures {
    private static final Map<String, String> RECEIVED = Map.of(
            "MONEY", "receivedMoneyCents",
            "IN_KIND", "receivedInKindCents",
            "STAFF_TIME", "receivedStaffTimeCents");

    private static final class Pledge {
        private final String partnerId;
        private long amountCents;
        private long receivedCents;
        private boolean withdrawn;

        private Pledge(String partnerId) {
            this.partnerId = partnerId;
        }
    }

    private final Map<String, Pledge> pledges = new HashMap<>();
    private final Map<String, String> linked = new HashMap<>();
    private final Map<String, Map<String, Long>> partners = new TreeMap<>();
    private final Map<String, Map<String, Long>> funds = new TreeMap<>();
    private final Map<String, Map<String, Long>> months = new TreeMap<>();

    @Override
    public Set<String> types() {
        return Set.of(
                "PartnerRegistered",
                "FundOpened",
                "PledgeMade",
                "PledgeAmended",
                "PledgeWithdrawn",
                "ContributionRecorded",
                "ContributionReversed",
                "ContributionLinked",
                "ExpenseRecorded",
                "ExpenseReversed",
                "MoneyTransferredOut",
                "MoneyTransferredIn");
    }

    @Override
    public void hear(String type, JsonNode event) {
        long cents = event.path("amountCents").asLong(0);
        switch (type) {
            case "PartnerRegistered" -> line(partners, text(event, "partnerId"), "pledgedCents", RECEIVED.values());
            case "FundOpened" ->
                line(funds, text(event, "fundId"), "balanceCents", Set.of("receivedMoneyCents", "spentCents"));
            case "PledgeMade" -> promised(event, cents);
            case "PledgeAmended" -> pledges.get(text(event, "pledgeId")).amountCents = cents;
            case "PledgeWithdrawn" -> pledges.get(text(event, "pledgeId")).withdrawn = true;
            case "ContributionRecorded" -> received(event, cents);
            case "ContributionReversed" -> received(event, -cents);
            case "ContributionLinked" -> linked(event, cents);
            case "ExpenseRecorded" -> spent(event, cents);
            case "ExpenseReversed" -> spent(event, -cents);
            case "MoneyTransferredOut" -> add(funds, text(event, "fundId"), "balanceCents", -cents);
            case "MoneyTransferredIn" -> add(funds, text(event, "fundId"), "balanceCents", cents);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private void promised(JsonNode event, long cents) {
        Pledge pledge = new Pledge(text(event, "partnerId"));
        pledge.amountCents = cents;
        pledges.put(text(event, "pledgeId"), pledge);
    }

    private void received(JsonNode event, long cents) {
        String kind = text(event, "kind");
        add(partners, text(event, "partnerId"), RECEIVED.get(kind), cents);
        if (kind.equals("MONEY")) {
            add(funds, text(event, "fundId"), "receivedMoneyCents", cents);
            add(funds, text(event, "fundId"), "balanceCents", cents);
            add(months, text(event, "receivedOn").substring(0, 7), "receivedMoneyCents", cents);
        }
        String pledge = event.has("pledgeId") ? text(event, "pledgeId") : linked.get(text(event, "contributionId"));
        if (pledge != null) {
            pledges.get(pledge).receivedCents += cents;
        }
    }

    /** From now on it keeps a promise that was not named when it came. */
    private void linked(JsonNode event, long cents) {
        String pledge = text(event, "pledgeId");
        linked.put(text(event, "contributionId"), pledge);
        pledges.get(pledge).receivedCents += cents;
    }

    private void spent(JsonNode event, long cents) {
        add(funds, text(event, "fundId"), "spentCents", cents);
        add(funds, text(event, "fundId"), "balanceCents", -cents);
        add(months, text(event, "paidOn").substring(0, 7), "spentCents", cents);
    }

    @Override
    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        for (String total : Set.of("pledgedCents", "outstandingCents", "spentCents", "balanceCents")) {
            all.put("totals." + total, 0L);
        }
        RECEIVED.values().forEach(total -> all.put("totals." + total, 0L));
        put(all, "byPartner", partners);
        put(all, "byFund", funds);
        months.values().removeIf(month -> month.values().stream().allMatch(cents -> cents == 0));
        months.forEach((month, line) -> {
            all.put("byMonth." + month + ".receivedMoneyCents", line.getOrDefault("receivedMoneyCents", 0L));
            all.put("byMonth." + month + ".spentCents", line.getOrDefault("spentCents", 0L));
        });
        pledges.values().forEach(pledge -> promised(all, pledge));
        partners.values()
                .forEach(line ->
                        RECEIVED.values().forEach(kind -> all.merge("totals." + kind, line.get(kind), Long::sum)));
        funds.values()
                .forEach(line -> Set.of("spentCents", "balanceCents")
                        .forEach(sum -> all.merge("totals." + sum, line.get(sum), Long::sum)));
        return all;
    }

    /** Once withdrawn a pledge counts with what it had received, and nothing is outstanding. */
    private static void promised(Map<String, Long> all, Pledge pledge) {
        long promised = pledge.withdrawn ? pledge.receivedCents : pledge.amountCents;
        all.merge("byPartner." + pledge.partnerId + ".pledgedCents", promised, Long::sum);
        all.merge("totals.pledgedCents", promised, Long::sum);
        all.merge("totals.outstandingCents", Math.max(0, promised - pledge.receivedCents), Long::sum);
    }

    private static void put(Map<String, Long> all, String list, Map<String, Map<String, Long>> lines) {
        lines.forEach((id, line) -> line.forEach((figure, cents) -> all.put(list + "." + id + "." + figure, cents)));
    }

    private static void line(Map<String, Map<String, Long>> lines, String id, String first, Iterable<String> others) {
        add(lines, id, first, 0);
        others.forEach(figure -> add(lines, id, figure, 0));
    }

    private static void add(Map<String, Map<String, Long>> lines, String id, String figure, long cents) {
        lines.computeIfAbsent(id, none -> new TreeMap<>()).merge(figure, cents, Long::sum);
    }

    private static String text(JsonNode event, String field) {
        return event.required(field).asString();
    }
}
