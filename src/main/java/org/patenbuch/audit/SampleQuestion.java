package org.patenbuch.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to draw.
 *
 * @param seed stated by whoever draws, so that everyone draws the same
 * @param size how many; fewer where there are fewer
 * @param type events of this name only
 * @param fromPosition entries behind this position only
 * @param upTo entries up to this position only, so that the sample stays the same while the journal grows
 */
record SampleQuestion(
        @Size(min = 1, max = 64) String seed,
        @Min(1) @Max(500) int size,
        @Nullable @Size(max = 100) String type,
        @Nullable @PositiveOrZero Long fromPosition,
        @Nullable @PositiveOrZero Long upTo) {}
