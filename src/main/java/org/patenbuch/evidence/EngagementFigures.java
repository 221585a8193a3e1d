package org.patenbuch.evidence;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int FIRST = 1 << 10;

    /** What many hours have in common. */
    private record Work(String sponsorId, @Nullable String householdId, String month, String activity) {}

    private static final byte LOGGED = 1;
    private static final byte APPROVED = 2;

    private final Ids ids = new Ids();
    private final Map<Work, Integer> numbers = new HashMap<>();
    private final List<Work> works = new ArrayList<>();

    // By the number of an entry's id
    private int[] work = new int[FIRST];
    private long[] minutes = new long[FIRST];
    private byte[] state = new byte[FIRST]; // 0: withdrawn

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
            case "HoursLogged" -> log(event);
            case "HoursCorrected" -> correct(event);
            case "HoursWithdrawn" -> state[known(id(event))] = 0;
            case "HoursReturned" -> state[known(id(event))] = LOGGED;
            case "TimesheetApproved" -> all(event, APPROVED);
            case "ApprovalRevoked" -> all(event, LOGGED);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private void log(JsonNode event) {
        String household = event.has("householdId") ? event.get("householdId").asString() : null;
        int entry = ids.number(id(event));
        if (entry == state.length) {
            work = Arrays.copyOf(work, 2 * entry);
            minutes = Arrays.copyOf(minutes, 2 * entry);
            state = Arrays.copyOf(state, 2 * entry);
        }
        say(entry, event, event.required("sponsorId").asString(), household);
    }

    private void correct(JsonNode event) {
        int entry = known(id(event));
        Work before = works.get(work[entry]);
        say(entry, event, before.sponsorId(), before.householdId());
    }

    private void say(int entry, JsonNode event, String sponsorId, @Nullable String householdId) {
        String month = event.required("on").asString().substring(0, 7);
        work[entry] = number(new Work(
                sponsorId, householdId, month, event.required("activity").asString()));
        minutes[entry] = event.required("minutes").asLong();
        state[entry] = LOGGED;
    }

    private int number(Work kind) {
        Integer number = numbers.putIfAbsent(kind, works.size());
        if (number == null) {
            works.add(kind);
            return works.size() - 1;
        }
        return number;
    }

    private void all(JsonNode event, byte now) {
        event.required("entryIds").valueStream().forEach(id -> state[known(id.asString())] = now);
    }

    private int known(String id) {
        int entry = ids.find(id);
        if (entry < 0 || state[entry] == 0) {
            throw new IllegalArgumentException("no hours " + id);
        }
        return entry;
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
        long[] sums = new long[works.size()];
        boolean[] done = new boolean[works.size()];
        long approved = 0;
        long entries = 0;
        for (int entry = 0; entry < ids.count(); entry++) {
            if (state[entry] != 0) {
                entries++;
                approved += state[entry] == APPROVED ? minutes[entry] : 0;
                sums[work[entry]] += minutes[entry];
                done[work[entry]] = true;
            }
        }
        for (int number = 0; number < sums.length; number++) {
            if (done[number]) {
                Work of = works.get(number);
                months.merge(of.month(), sums[number], Long::sum);
                activities.merge(of.activity(), sums[number], Long::sum);
                sponsors.merge(of.sponsorId(), sums[number], Long::sum);
                households.add(of.householdId());
            }
        }
        households.remove(null);
        fill(months);
        Map<String, Long> all = new TreeMap<>();
        all.put("totals.minutes", months.values().stream().mapToLong(sum -> sum).sum());
        all.put("totals.approvedMinutes", approved);
        all.put("totals.entries", entries);
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
