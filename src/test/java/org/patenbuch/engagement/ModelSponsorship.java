package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sponsorship as {@link PeopleModel} knows one. */
final class ModelSponsorship {
    final String sponsor;
    final String household;
    final LocalDate from;
    final Set<String> notes = new HashSet<>();
    boolean followUp;

    @Nullable
    LocalDate end;

    ModelSponsorship(String sponsor, String household, LocalDate from) {
        this.sponsor = sponsor;
        this.household = household;
        this.from = from;
    }

    boolean runs(LocalDate day) {
        return !day.isBefore(from) && (end == null || !day.isAfter(end));
    }
}
