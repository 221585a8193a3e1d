package org.patenbuch.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.partnership.Rule;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.springframework.stereotype.Component;

/**
 * Who may accompany a household, and what speaks for each: only sponsors who may begin on the day and have a free place.
 * A suggestion decides nothing; the assignment itself is judged by the registers.
 */
@Component
public class SponsorSuggestions {
    private static final int MOST = 20;

    private final SponsorTable sponsors;
    private final SponsorList list;
    private final HouseholdTable households;
    private final SponsorshipTable sponsorships;
    private final HourSums sums;
    private final DatedRules rules;
    private final Moments moments;
    private final PersonalText texts;

    SponsorSuggestions(
            SponsorTable sponsors,
            SponsorList list,
            HouseholdTable households,
            SponsorshipTable sponsorships,
            HourSums sums,
            DatedRules rules,
            Moments moments,
            PersonalText texts) {
        this.sponsors = sponsors;
        this.list = list;
        this.households = households;
        this.sponsorships = sponsorships;
        this.sums = sums;
        this.rules = rules;
        this.moments = moments;
        this.texts = texts;
    }

    /** What speaks for a sponsor. */
    public enum Reason {
        /** Wants to go there, or accompanies somebody there. */
        DISTRICT,
        /** Has accompanied a household with the same need. */
        NEED,
        /** Speaks a language of the household. */
        LANGUAGE,
        /** Has given fifty hours or more. */
        EXPERIENCE,
        /** Accompanies nobody at present. */
        FREE
    }

    /** @param freePlaces how many more sponsorships the sponsor may carry on that day */
    public record Suggestion(String sponsorId, @Nullable String name, long freePlaces, List<Reason> reasons) {}

    public record Answer(List<Suggestion> items, LocalDate on, long position, Instant knownAt) {}

    /** Those for whom most speaks first; {@code from} is the first day, else today. Empty if there is no such household. */
    public Optional<Answer> of(String householdId, String partnership, Sight sight, Asked asked) {
        sight.requireAll();
        return moments.answer(
                asked,
                EngagementView.NAME,
                partnership,
                moment -> households
                        .one(partnership, moment, householdId)
                        .map(household -> answer(household, partnership, asked, moment)));
    }

    private Answer answer(HouseholdEntry household, String partnership, Asked asked, Moment moment) {
        SponsorList.Judged judged = list.judged(partnership, asked, moment);
        LocalDate day = asked.from() == null ? judged.day() : asked.from();
        long capacity = rules.value(Rule.SPONSOR_CAPACITY, day, partnership, null, moment);
        Known known = known(partnership, moment);
        var limits = rules.on(day, partnership, moment);
        List<Suggestion> found = new ArrayList<>();
        for (SponsorRow sponsor : sponsors.list(partnership, moment, new Where(), "id", Integer.MAX_VALUE)) {
            List<SponsorshipEntry> own = known.of(sponsor.id());
            List<SponsorshipEntry> running = own.stream()
                    .filter(one -> one.endedOn() == null || !one.endedOn().isBefore(day))
                    .toList();
            boolean there = running.stream().anyMatch(one -> one.householdId().equals(household.id()));
            if (!there
                    && running.size() < capacity
                    && sponsor.standing().lackOn(day, limits).isEmpty()) {
                List<Reason> reasons = known.reasons(sponsor, household, own, running);
                found.add(new Suggestion(sponsor.id(), sponsor.name(), capacity - running.size(), reasons));
            }
        }
        found.sort(Comparator.<Suggestion>comparingInt(one -> -one.reasons().size())
                .thenComparing(one -> -one.freePlaces())
                .thenComparing(Suggestion::sponsorId));
        List<Suggestion> best = found.subList(0, Math.min(found.size(), Math.min(MOST, asked.pageSize())));
        PersonalText.Opened names = texts.openAll(best.stream().map(Suggestion::name));
        List<Suggestion> named = best.stream()
                .map(one -> new Suggestion(one.sponsorId(), names.text(one.name()), one.freePlaces(), one.reasons()))
                .toList();
        return new Answer(named, day, moment.position(), moment.knownAt());
    }

    private Known known(String partnership, Moment moment) {
        return new Known(
                sponsorships.list(partnership, moment, new Where(), "id", Integer.MAX_VALUE),
                households.list(partnership, moment, new Where(), "id", Integer.MAX_VALUE),
                sums.bySponsor(partnership, new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)), moment));
    }
}
