package org.patenbuch.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.projections.Asked;

/**
 * Which entries of the journal are wanted, as the address of the question says; all conditions together.
 *
 * @param after a position: what was recorded behind it, the first first
 * @param before a position: what was recorded last before it
 * @param type the event's stored name
 * @param stream {@code fund/F-KOO}
 * @param entry {@code contribution/B-1}, {@code hours/X-1}, {@code bank-line/U-1}: what happened to this entry
 * @param person a sponsor's or household's id: what happened to it, its sponsorships and hours
 * @param actor who recorded it, a user's id
 * @param source which way it came; {@code batch} one import
 * @param from the period its business day lies in, with {@code to}
 * @param recordedFrom the days it was recorded on, with {@code recordedTo}
 * @param positions these entries only, as {@code 17,4711}
 */
record Sought(
        @Nullable @PositiveOrZero Long after,
        @Nullable @Positive Long before,
        @Nullable @Min(1) @Max(500) Integer limit,
        @Nullable @Size(max = 100) String type,
        @Nullable @Size(max = 200) String stream,

        @Nullable @Size(max = 140) @Pattern(regexp = "[a-z-]+/[^/]+", message = "form.not-an-entry")
        String entry,

        @Nullable @Size(max = 64) String person,
        @Nullable @Size(max = 100) String actor,
        @Nullable Way source,
        @Nullable @Size(max = 64) String batch,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate recordedFrom,
        @Nullable LocalDate recordedTo,

        @Nullable @Pattern(regexp = "\\d{1,18}(,\\d{1,18}){0,499}", message = "form.not-positions")
        String positions,

        @Nullable @PositiveOrZero Long atPosition,
        @Nullable @Size(max = 40) String knownAt,
        @Nullable @PositiveOrZero Long minPosition) {
    private static final int DEFAULT_LIMIT = 50;

    enum Way {
        SCREEN,
        API,
        IMPORT,
        /** The operator at the server. */
        CONSOLE,
        /** By date, by itself. */
        SCHEDULE
    }

    /** The state of knowledge it asks about. */
    Asked asked() {
        return new Asked(from, to, atPosition, knownAt, minPosition, null, null, null, null, null, null, null, null);
    }

    int size() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    boolean backwards() {
        return before != null;
    }

    /** What no single field can tell. */
    Sought checked() {
        List<FieldProblem> problems = new ArrayList<>(asked().problems());
        if (recordedFrom != null && recordedTo != null && recordedFrom.isAfter(recordedTo)) {
            problems.add(FieldProblem.of("recordedTo", "form.ends-before-it-begins"));
        }
        if (before != null && after != null) {
            problems.add(FieldProblem.of("before", "form.one-of-two", "after"));
        }
        if (!problems.isEmpty()) {
            throw new Misshapen(problems);
        }
        return this;
    }
}
