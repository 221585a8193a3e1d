package org.patenbuch.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where money came from and where it went, as known at a moment. Cents. At every stage what comes in is what goes out:
 * the hops that lead into a stage add up to those that lead out of it.
 *
 * @param kind PLEDGE, CONTRIBUTION or EXPENSE: what was asked about
 * @param amountCents of it, or of the asker's share in it
 * @param spentCents how much of it paid expenses
 * @param remainingCents how much of it still lies in funds
 * @param pledges that were kept by it
 * @param hops from one stage to the next, with the events that say so
 */
public record Trace(
        Kind kind,
        String id,
        long amountCents,
        long spentCents,
        long remainingCents,
        boolean reversed,
        List<Stage> pledges,
        List<Stage> contributions,
        List<Stage> transfers,
        List<Stage> expenses,
        List<Hop> hops,
        long position,
        Instant knownAt) {
    /** What money can be on its way; the last five are where it ends. */
    public enum Kind {
        PLEDGE,
        CONTRIBUTION,
        TRANSFER,
        EXPENSE,
        /** Lies in a fund. */
        REMAINING,
        /** In kind and staff time are income and use at once. */
        USED,
        REVERSED,
        /** Promised, and still to come. */
        OUTSTANDING,
        /** Promised, and taken back. */
        WITHDRAWN
    }

    /** @param id of the pledge, contribution, transfer or expense; of the fund where money remains */
    public record Node(Kind kind, String id) {}

    /**
     * One pledge, contribution, transfer or expense on the way.
     *
     * @param amountCents how much of it belongs to this chain
     * @param wholeCents its whole amount; null for who may see own shares only
     * @param events the positions of the events that made it what it is
     */
    public record Stage(
            Kind kind,
            String id,
            long amountCents,
            @Nullable Long wholeCents,
            @Nullable String partnerId,
            String fundId,
            @Nullable String toFundId,
            @Nullable String category,
            LocalDate on,
            boolean reversed,
            List<Long> events) {
        Stage of(long cents) {
            return new Stage(kind, id, cents, wholeCents, partnerId, fundId, toFundId, category, on, reversed, events);
        }
    }

    public record Hop(Node from, Node to, long amountCents, LocalDate on, List<Long> events) {}
}
