package org.patenbuch.projections;

import java.time.Instant;

/**
 * How much the ledger knew for an answer. Views keep their rows as versions: {@code since} is the position that made
 * one, {@code until} the position that ended it, null while it holds.
 *
 * @param position how far the journal was read
 * @param knownAt when the partnership's last event up to there was recorded; the epoch if there was none
 * @param current whether this is the view's newest state, so that its sums may answer
 */
public record Moment(long position, Instant knownAt, boolean current) {
    /** The same moment for a later transaction, by when the view may have read on. */
    public Moment past() {
        return new Moment(position, knownAt, false);
    }

    /** The SQL condition for the versions that held; bind the parameter {@code position}. */
    public String holds() {
        return current ? "until IS NULL" : "since <= :position AND (until IS NULL OR until > :position)";
    }
}
