package org.patenbuch.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hours came of, and what became of them, as known at a moment. Minutes add up at every stage.
 *
 * @param kind SPONSORSHIP or HOURS: what was asked about
 * @param minutes of it; nothing that was withdrawn
 * @param hops from one stage to the next, with the events that say so
 */
public record HoursTrace(
        Kind kind,
        String id,
        long minutes,
        long approvedMinutes,
        List<Stage> stages,
        List<Hop> hops,
        long position,
        Instant knownAt) {
    /** The last two are where hours end. */
    public enum Kind {
        SPONSOR,
        SPONSORSHIP,
        HOURS,
        APPROVED,
        /** Logged or returned, and not approved yet. */
        WAITING
    }

    public record Node(Kind kind, String id) {}

    /**
     * @param on the day of the entry, or the first day of the sponsorship
     * @param status LOGGED, RETURNED, APPROVED, WITHDRAWN; RUNNING or ENDED
     * @param events the positions of the events that made it what it is
     */
    public record Stage(
            Kind kind,
            String id,
            long minutes,
            @Nullable LocalDate on,
            @Nullable String householdId,
            @Nullable String status,
            List<Long> events) {}

    public record Hop(Node from, Node to, long minutes, List<Long> events) {}
}
