package org.patenbuch.evidence;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The hours, from the events: what was logged and not withdrawn, by whom, for how many households. Minutes. */
final class EngagementFigures implements Figures {
    private static final class Hours {
        private final String sponsorId;
        private final @Nullable String householdId;
        private String month;
        private String activity;
        private long minutes;
        private boolean approved;

        private Hours(String sponsorId, @Nullable String householdId) {
            this.sponsorId = sponsorId;
            this.householdId = householdId;
        }

        private Hours says(JsonNode event, Map<String, String> words) {
            month = words.computeIfAbsent(event.required("on").asString().substring(0, 7), word -> word);
            activity = words.computeIfAbsent(event.required("activity").asString(), word -> word);
            minutes = event.required("minutes").asLong();
            approved = false;
            return this;
        }
    }

    private final Map<String, Hours> entries = new HashMap<>();
    /** Ids that come again and again, each once in memory. */
    private final Map<String, String> words = new HashMap<>();

    @Override
    public Set<String> types() {
        return Set.of(
                "HoursLogged",
                "HoursCorrected",
                "HoursWithdrawn",
                "HoursReturned",
                "TimesheetApproved",
                "ApprovalRevoked");
    }

    @Override
    public void hear(String type, JsonNode event) {
        switch (type) {
            case "HoursLogged" -> entries.put(id(event), logged(event));
            case "HoursCorrected" -> known(id(event)).says(event, words);
            case "HoursWithdrawn" -> entries.remove(id(event));
            case "HoursReturned" -> known(id(event)).approved = false;
            case "TimesheetApproved" -> approve(event, true);
            case "ApprovalRevoked" -> approve(event, false);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private Hours logged(JsonNode event) {
        String household = event.has("householdId") ? event.get("householdId").asString() : null;
        return new Hours(
                        words.computeIfAbsent(event.required("sponsorId").asString(), word -> word),
                        household == null ? null : words.computeIfAbsent(household, word -> word))
                .says(event, words);
    }

    private void approve(JsonNode event, boolean approved) {
        event.required("entryIds").valueStream().forEach(id -> known(id.asString()).approved = approved);
    }

    private Hours known(String id) {
        Hours hours = entries.get(id);
        if (hours == null) {
            throw new IllegalArgumentException("no hours " + id);
        }
        return hours;
    }

    private static String id(JsonNode event) {
        return event.required("entryId").asString();
    }

    @Override
    public Map<String, Long> all() {
        Map<String, Long> months = new TreeMap<>();
        Map<String, Long> activities = new HashMap<>();
        Map<String, Long> sponsors = new HashMap<>();
        Set<String> households = new HashSet<>();
        long approved = 0;
        for (Hours hours : entries.values()) {
            approved += hours.approved ? hours.minutes : 0;
            months.merge(hours.month, hours.minutes, Long::sum);
            activities.merge(hours.activity, hours.minutes, Long::sum);
            sponsors.merge(hours.sponsorId, hours.minutes, Long::sum);
            households.add(hours.householdId);
        }
        households.remove(null);
        fill(months);
        Map<String, Long> all = new TreeMap<>();
        all.put("totals.minutes", months.values().stream().mapToLong(sum -> sum).sum());
        all.put("totals.approvedMinutes", approved);
        all.put("totals.entries", (long) entries.size());
        all.put("totals.activeSponsors", (long) sponsors.size());
        all.put("totals.households", (long) households.size());
        months.forEach((month, sum) -> all.put("byMonth." + month + ".minutes", sum));
        activities.forEach((activity, sum) -> all.put("byActivity." + activity + ".minutes", sum));
        sponsors.forEach((sponsor, sum) -> all.put("bySponsor." + sponsor + ".minutes", sum));
        return all;
    }

    /** The view names every month from the first with hours to the last. */
    private static void fill(Map<String, Long> months) {
        if (!months.isEmpty()) {
            List<YearMonth> named =
                    months.keySet().stream().map(YearMonth::parse).toList();
            for (YearMonth m = named.getFirst(); m.isBefore(named.getLast()); m = m.plusMonths(1)) {
                months.putIfAbsent(m.toString(), 0L);
            }
        }
    }
}
