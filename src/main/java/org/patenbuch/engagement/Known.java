package org.patenbuch.engagement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patenbuch.engagement.SponsorSuggestions.Reason;

/** Who has accompanied whom so far, for {@link SponsorSuggestions}. */
final class Known {
    private static final int EXPERIENCED_MINUTES = 50 * 60;

    private final Map<String, List<SponsorshipEntry>> bySponsor;
    private final Map<String, HouseholdEntry> households;
    private final Map<String, Long> minutes;

    Known(List<SponsorshipEntry> sponsorships, List<HouseholdEntry> households, List<HourSums.SealedLine> hours) {
        bySponsor = sponsorships.stream().collect(Collectors.groupingBy(SponsorshipEntry::sponsorId));
        this.households = households.stream().collect(Collectors.toMap(HouseholdEntry::id, Function.identity()));
        minutes =
                hours.stream().collect(Collectors.toMap(HourSums.SealedLine::sponsorId, HourSums.SealedLine::minutes));
    }

    List<SponsorshipEntry> of(String sponsorId) {
        return bySponsor.getOrDefault(sponsorId, List.of());
    }

    /** @param own all sponsorships of the sponsor, {@code running} those of the day */
    List<Reason> reasons(
            SponsorRow sponsor, HouseholdEntry household, List<SponsorshipEntry> own, List<SponsorshipEntry> running) {
        List<Reason> reasons = new ArrayList<>();
        boolean goesThere = sponsor.districts().contains(household.district())
                || running.stream().anyMatch(one -> other(one).district().equals(household.district()));
        if (goesThere) {
            reasons.add(Reason.DISTRICT);
        }
        if (own.stream().anyMatch(one -> other(one).need().equals(household.need()))) {
            reasons.add(Reason.NEED);
        }
        if (!Collections.disjoint(sponsor.languages(), household.languages())) {
            reasons.add(Reason.LANGUAGE);
        }
        if (minutes.getOrDefault(sponsor.id(), 0L) >= EXPERIENCED_MINUTES) {
            reasons.add(Reason.EXPERIENCE);
        }
        if (running.isEmpty()) {
            reasons.add(Reason.FREE);
        }
        return reasons;
    }

    private HouseholdEntry other(SponsorshipEntry sponsorship) {
        return households.get(sponsorship.householdId());
    }
}
