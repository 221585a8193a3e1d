package org.patenbuch.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.PersonKind;
import tools.jackson.databind.JsonNode;

/**
 * Everything the ledger holds about one person (Art. 15 GDPR).
 *
 * @param gone when the person left; null while there
 * @param requestedOn when the person asked to be forgotten, {@code erasedOn} when that was done
 * @param due when and why not earlier; null while the person is there, or forgotten
 */
public record Dossier(
        PersonKind kind,
        String id,
        LocalDate from,
        @Nullable LocalDate gone,
        @Nullable LocalDate requestedOn,
        @Nullable LocalDate erasedOn,
        @Nullable Due due,
        List<Fact> facts,
        long position) {
    /** @param on the day on which the data are erased by themselves */
    public record Due(LocalDate on, List<Held> holds) {}

    /** @param norm the rule in words, {@code until} the last day on which it stands */
    public record Held(
            String norm, LocalDate until, @Nullable String holdId) {}

    /**
     * One entry of the journal.
     *
     * @param sentence what it says, in the language of the asker
     * @param data what was recorded, without personal text
     * @param texts personal text in it, by field; null where it has been erased
     * @param withheld fields that are about somebody else as well and are told to that person only
     */
    public record Fact(
            long position,
            Instant recordedAt,
            String type,
            String sentence,
            JsonNode data,
            Map<String, @Nullable String> texts,
            List<String> withheld) {}
}
