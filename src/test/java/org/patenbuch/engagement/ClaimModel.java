package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patenbuch.engagement.HoursModel.Hours;

/** What counts towards which funder, and how much it is worth, as plainly as can be said. */
final class ClaimModel {
    record Made(int minutes, long cents) {}

    private final HoursModel hours;

    /** What an hour is worth from a day on, for everyone. */
    final Map<LocalDate, Integer> worth = new TreeMap<>();

    /** The claims that stand, null for those withdrawn. */
    final Map<String, Made> claims = new LinkedHashMap<>();

    ClaimModel(HoursModel hours) {
        this.hours = hours;
    }

    private int worthOn(LocalDate day) {
        int value = 0;
        for (Map.Entry<LocalDate, Integer> from : worth.entrySet()) {
            value = from.getKey().isAfter(day) ? value : from.getValue();
        }
        return value;
    }

    String claim(String id, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return "period.ends-before-start";
        }
        List<Hours> free = hours.hours.values().stream()
                .filter(one -> one.status.equals("APPROVED") && one.claim == null)
                .filter(one -> !one.day.isBefore(from) && !one.day.isAfter(to))
                .toList();
        if (free.isEmpty()) {
            return "claim.nothing";
        } else if (free.stream().anyMatch(one -> worthOn(one.day) == 0)) {
            return "claim.no-value";
        }
        Map<Integer, Integer> minutes = new TreeMap<>();
        free.forEach(one -> minutes.merge(worthOn(one.day), one.minutes, Integer::sum));
        long cents = 0;
        for (Map.Entry<Integer, Integer> part : minutes.entrySet()) {
            cents += Math.round(part.getKey() * (double) part.getValue() / 60);
        }
        free.forEach(one -> one.claim = id);
        claims.put(id, new Made(free.stream().mapToInt(one -> one.minutes).sum(), cents));
        return PeopleModel.OK;
    }

    String withdraw(String id) {
        if (!claims.containsKey(id)) {
            return "unknown-reference";
        } else if (claims.get(id) == null) {
            return "claim.withdrawn";
        }
        claims.put(id, null);
        hours.hours.values().stream().filter(one -> id.equals(one.claim)).forEach(one -> one.claim = null);
        return PeopleModel.OK;
    }
}
