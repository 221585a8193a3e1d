package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules for hours once more, as plainly as {@link PeopleModel} says those for people. */
final class HoursModel {
    static final class Hours {
        final String sponsor;
        final @Nullable String sponsorship;
        LocalDate day;
        int minutes;
        String activity;
        String status = "LOGGED";

        /** The claim it counts in. */
        @Nullable
        String claim;

        Hours(String sponsor, @Nullable String sponsorship, LocalDate day, int minutes, String activity) {
            this.sponsor = sponsor;
            this.sponsorship = sponsorship;
            this.day = day;
            this.minutes = minutes;
            this.activity = activity;
        }
    }

    private final PeopleModel people;
    final Map<String, Hours> hours = new LinkedHashMap<>();
    private final Map<String, List<String>> submitted = new HashMap<>();

    HoursModel(PeopleModel people) {
        this.people = people;
    }

    Optional<LocalDate> lastDayOf(String sponsorship) {
        return counted()
                .filter(one -> sponsorship.equals(one.sponsorship))
                .map(one -> one.day)
                .max(LocalDate::compareTo);
    }

    private Stream<Hours> counted() {
        return hours.values().stream().filter(one -> !one.status.equals("WITHDRAWN"));
    }

    String log(String id, Hours entry) {
        if (entry.minutes < 1 || entry.minutes > 1440) {
            return "hours.minutes";
        } else if (entry.day.isAfter(people.today)) {
            return "hours.future";
        }
        String refusal = ground(entry, entry.day, entry.activity);
        if (refusal.equals(PeopleModel.OK) && minutes(entry.sponsor, entry.day) + entry.minutes > 1440) {
            return "hours.day-full";
        } else if (refusal.equals(PeopleModel.OK)) {
            hours.put(id, entry);
        }
        return refusal;
    }

    private String ground(Hours entry, LocalDate day, String activity) {
        ModelSponsorship sponsorship = entry.sponsorship == null ? null : people.sponsorships.get(entry.sponsorship);
        boolean needed = activity.equals("VISIT") || activity.equals("ACCOMPANIMENT");
        if (people.locked(day)) {
            return "period.locked";
        } else if (!people.sponsors.containsKey(entry.sponsor) || entry.sponsorship != null && sponsorship == null) {
            return "unknown-reference";
        } else if (sponsorship == null) {
            return needed ? "hours.outside-sponsorship" : PeopleModel.OK;
        }
        return sponsorship.sponsor.equals(entry.sponsor) && sponsorship.runs(day)
                ? PeopleModel.OK
                : "hours.outside-sponsorship";
    }

    private int minutes(String sponsor, LocalDate day) {
        return counted()
                .filter(one -> one.sponsor.equals(sponsor) && one.day.equals(day))
                .mapToInt(one -> one.minutes)
                .sum();
    }

    private String changeable(Hours entry) {
        return switch (entry.status) {
            case "APPROVED" -> "hours.approved";
            case "WITHDRAWN" -> "hours.withdrawn";
            default -> PeopleModel.OK;
        };
    }

    String correctNothing(String id) {
        String refusal = changeable(hours.get(id));
        return refusal.equals(PeopleModel.OK) ? "hours.nothing-to-correct" : refusal;
    }

    String correct(String id, int minutes, LocalDate day, String activity) {
        Hours entry = hours.get(id);
        if (!changeable(entry).equals(PeopleModel.OK)) {
            return changeable(entry);
        } else if (!YearMonth.from(day).equals(YearMonth.from(entry.day))) {
            return "hours.other-month";
        } else if (minutes < 1 || minutes > 1440) {
            return "hours.minutes";
        } else if (day.isAfter(people.today)) {
            return "hours.future";
        } else if (people.locked(entry.day)) {
            return "period.locked";
        }
        String refusal = ground(entry, day, activity);
        int others = minutes(entry.sponsor, day) - (day.equals(entry.day) ? entry.minutes : 0);
        if (refusal.equals(PeopleModel.OK) && others + minutes > 1440) {
            return "hours.day-full";
        } else if (refusal.equals(PeopleModel.OK)) {
            entry.minutes = minutes;
            entry.day = day;
            entry.activity = activity;
            entry.status = "LOGGED";
        }
        return refusal;
    }

    String withdraw(String id) {
        Hours entry = hours.get(id);
        if (!changeable(entry).equals(PeopleModel.OK)) {
            return changeable(entry);
        } else if (people.locked(entry.day)) {
            return "period.locked";
        }
        entry.status = "WITHDRAWN";
        return PeopleModel.OK;
    }

    String sendBack(String id) {
        Hours entry = hours.get(id);
        if (!changeable(entry).equals(PeopleModel.OK)) {
            return changeable(entry);
        } else if (entry.status.equals("RETURNED")) {
            return "hours.returned";
        }
        entry.status = "RETURNED";
        return PeopleModel.OK;
    }

    /** @param from {@code LOGGED} to approve, {@code APPROVED} to revoke */
    String turn(String sponsor, YearMonth month, String from, String to, String nothing) {
        List<Hours> sheet = hours.values().stream()
                .filter(one ->
                        one.sponsor.equals(sponsor) && YearMonth.from(one.day).equals(month))
                .toList();
        List<Hours> turned =
                sheet.stream().filter(one -> one.status.equals(from)).toList();
        if (sheet.isEmpty()) {
            return "unknown-reference";
        } else if (turned.isEmpty()) {
            return nothing;
        } else if (turned.stream().anyMatch(one -> one.claim != null)) {
            return "hours.claimed";
        }
        turned.forEach(one -> one.status = to);
        return PeopleModel.OK;
    }

    /** One entry by its name: approved where it is logged, taken back where it is approved. */
    String approve(String id) {
        Hours entry = hours.get(id);
        return switch (entry.status) {
            case "RETURNED" -> "hours.returned";
            case "APPROVED" -> "hours.already-approved";
            case "WITHDRAWN" -> "hours.withdrawn";
            default -> {
                entry.status = "APPROVED";
                yield PeopleModel.OK;
            }
        };
    }

    String revoke(String id) {
        Hours entry = hours.get(id);
        if (!entry.status.equals("APPROVED")) {
            return "hours.not-approved";
        } else if (entry.claim != null) {
            return "hours.claimed";
        }
        entry.status = "LOGGED";
        return PeopleModel.OK;
    }

    String submit(String sponsor, YearMonth month) {
        List<String> logged = ids(sponsor, month, "LOGGED");
        if (ids(sponsor, month, null).isEmpty()) {
            return "unknown-reference";
        } else if (!ids(sponsor, month, "RETURNED").isEmpty()) {
            return "hours.returned";
        } else if (logged.isEmpty() || logged.equals(submitted.get(sponsor + month))) {
            return "timesheet.nothing-to-submit";
        }
        submitted.put(sponsor + month, logged);
        return PeopleModel.OK;
    }

    private List<String> ids(String sponsor, YearMonth month, @Nullable String status) {
        return hours.entrySet().stream()
                .filter(one -> one.getValue().sponsor.equals(sponsor)
                        && YearMonth.from(one.getValue().day).equals(month)
                        && (status == null || one.getValue().status.equals(status)))
                .map(Map.Entry::getKey)
                .toList();
    }

    Engagement.Totals totals(LocalDate from, LocalDate to) {
        List<Hours> counted = counted()
                .filter(one -> !one.day.isBefore(from) && !one.day.isAfter(to))
                .toList();
        return new Engagement.Totals(
                counted.stream().mapToLong(one -> one.minutes).sum(),
                counted.stream()
                        .filter(one -> one.status.equals("APPROVED"))
                        .mapToLong(one -> one.minutes)
                        .sum(),
                counted.size(),
                counted.stream().map(one -> one.sponsor).distinct().count(),
                counted.stream()
                        .filter(one -> one.sponsorship != null)
                        .map(one -> people.sponsorships.get(one.sponsorship).household)
                        .distinct()
                        .count());
    }
}
