package org.patenbuch.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.HoursEntry;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.timesheet.Status;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/**
 * The model of a sponsor's own page.
 *
 * @param running the sponsorships that have no end
 * @param last the last entries, newest first
 */
public record MyHours(String sponsorId, LocalDate today, List<SponsorshipEntry> running, List<HoursEntry> last) {
    private static final int REPEATS = 4;

    /** What was done before and may be done again with one tap. */
    public record Repeat(
            @Nullable String sponsorshipId, @Nullable String householdId, Activity activity, int minutes) {}

    /** The last visits, each kind once, of sponsorships that still run. */
    public List<Repeat> repeats() {
        Set<Repeat> found = new LinkedHashSet<>();
        for (HoursEntry entry : last) {
            boolean possible = entry.sponsorshipId() == null
                    || running.stream().anyMatch(one -> one.id().equals(entry.sponsorshipId()));
            if (possible && entry.status() != Status.WITHDRAWN && found.size() < REPEATS) {
                found.add(new Repeat(entry.sponsorshipId(), entry.householdId(), entry.activity(), entry.minutes()));
            }
        }
        return List.copyOf(found);
    }

    /** A name for the next entry, for phones without scripts. */
    public String freshId() {
        return UUID.randomUUID().toString();
    }

    /** What the coordinator sent back, to be put right. */
    public List<HoursEntry> returned() {
        return last.stream().filter(entry -> entry.status() == Status.RETURNED).toList();
    }

    /** The last month with something that waits to be approved; null if there is none. */
    public @Nullable YearMonth getToSubmit() {
        return last.stream()
                .filter(entry -> entry.status() == Status.LOGGED)
                .map(entry -> YearMonth.from(entry.on()))
                .findFirst()
                .orElse(null);
    }

    public long minutesOfThisMonth() {
        return last.stream()
                .filter(entry -> entry.status() != Status.WITHDRAWN)
                .filter(entry -> entry.on().withDayOfMonth(1).equals(today.withDayOfMonth(1)))
                .mapToLong(HoursEntry::minutes)
                .sum();
    }
}
