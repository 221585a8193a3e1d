package org.patenbuch.erasure;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people and programs fill in about the data of a person: never anything about the person. */
public final class ErasureForm {
    private ErasureForm() {}

    /** Asks, or no longer asks; or has it done now. */
    public record Plain(@Nullable String id) {}

    /** @param norm the rule by which the data must be kept, such as {@code § 104 SGB X} */
    public record NewHold(
            @Nullable String id, @Size(min = 1, max = 200) String norm, LocalDate until) {}

    /** The same from a page, where the hold is no part of the address. */
    public record LiftingOf(
            @Nullable String id,
            String holdId,
            @Size(min = 1, max = 2_000) String reason) {}

    public record Lifting(
            @Nullable String id, @Size(min = 1, max = 2_000) String reason) {}
}
