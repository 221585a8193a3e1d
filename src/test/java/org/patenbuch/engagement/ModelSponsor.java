package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sponsor as {@link PeopleModel} knows one: the days away one by one. */
final class ModelSponsor {
    final LocalDate joined;
    final List<LocalDate> interviewed = new ArrayList<>();
    final List<LocalDate> trained = new ArrayList<>();
    final List<LocalDate> seen = new ArrayList<>();
    final Set<LocalDate> away = new HashSet<>();
    boolean listed;
    boolean certificateKept;
    LocalDate lastMove;

    @Nullable
    LocalDate pausedSince;

    @Nullable
    LocalDate left;

    ModelSponsor(LocalDate joined) {
        this.joined = joined;
        lastMove = joined;
    }

    /** @param months for how long a certificate counts on that day */
    boolean mayAccompany(LocalDate day, int months) {
        boolean isAway = away.contains(day) || pausedSince != null && !day.isBefore(pausedSince);
        boolean gone = left != null && !day.isBefore(left);
        boolean fresh = seen.stream()
                .anyMatch(seen -> !seen.isAfter(day) && !seen.plusMonths(months).isBefore(day));
        return !day.isBefore(joined)
                && !isAway
                && !gone
                && !listed
                && fresh
                && trained.stream().anyMatch(trained -> !trained.isAfter(day));
    }
}
