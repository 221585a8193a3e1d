package org.patenbuch.dossier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.kernel.TextKind;

/**
 * Whose data go when: everyone who has left and is not forgotten yet.
 *
 * @param rules what goes when in general, and by which norm
 * @param texts what is kept about people who are not known one by one
 * @param next to be sent as {@code after} for the next page; null if this is the last
 */
public record Plan(
        List<Rule> rules,
        List<Texts> texts,
        List<Item> items,
        @Nullable String next) {
    /** @param what it is about, {@code when} it goes, {@code norm} by which rule; all in words */
    public record Rule(String what, String when, String norm) {}

    /**
     * @param year in which it was recorded
     * @param norm by which rule it is kept, in words
     * @param on the day on which it goes by itself
     */
    public record Texts(TextKind kind, int year, String norm, LocalDate on) {}

    /** @param on the day on which it happens by itself; {@code holds} why not earlier, the longest first */
    public record Item(
            PersonKind kind,
            String id,
            LocalDate gone,
            @Nullable LocalDate requestedOn,
            LocalDate on,
            List<Dossier.Held> holds) {}
}
