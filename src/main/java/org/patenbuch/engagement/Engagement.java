package org.patenbuch.engagement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Figure;

/**
 * The answer of the engagement view for a period. Sponsors and households are those with hours in the period.
 *
 * @param bySponsor those with most hours first; null for who may see sums only
 * @param position how far the journal was read for this answer
 */
public record Engagement(
        Totals totals,
        List<MonthLine> byMonth,
        List<ActivityLine> byActivity,
        @Nullable List<SponsorLine> bySponsor,
        long position,
        Instant knownAt) {
    /** For who may know no person. */
    public Engagement sumsOnly() {
        return new Engagement(totals, byMonth, byActivity, null, position, knownAt);
    }

    /** Every number of the answer, by its name. */
    public Map<Figure, Long> figures() {
        Map<Figure, Long> figures = new LinkedHashMap<>();
        figures.put(figure("totals", null, "minutes"), totals.minutes());
        figures.put(figure("totals", null, "approvedMinutes"), totals.approvedMinutes());
        figures.put(figure("totals", null, "entries"), totals.entries());
        figures.put(figure("totals", null, "activeSponsors"), totals.activeSponsors());
        figures.put(figure("totals", null, "households"), totals.households());
        byMonth.forEach(line -> figures.put(figure("byMonth", line.month().toString(), "minutes"), line.minutes()));
        byActivity.forEach(line -> figures.put(figure("byActivity", line.activity(), "minutes"), line.minutes()));
        if (bySponsor != null) {
            bySponsor.forEach(line -> figures.put(figure("bySponsor", line.sponsorId(), "minutes"), line.minutes()));
        }
        return figures;
    }

    static Figure figure(String group, @Nullable String key, String name) {
        return new Figure(EngagementView.NAME, group, key, name);
    }

    public record Totals(long minutes, long approvedMinutes, long entries, long activeSponsors, long households) {}

    public record MonthLine(YearMonth month, long minutes) {}

    /** @param activity VISIT, ACCOMPANIMENT, TRAVEL, TRAINING or MEETING */
    public record ActivityLine(String activity, long minutes) {}

    /**
     * @param part a district, or the kind of sponsor (FAMILY, SOCIAL)
     * @param count of households or sponsors with hours
     */
    public record PartLine(String part, long minutes, long count) {}

    /** @param name null once it has been erased */
    public record SponsorLine(String sponsorId, @Nullable String name, long minutes) {}
}
