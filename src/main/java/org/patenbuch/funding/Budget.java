package org.patenbuch.funding;

import java.time.Instant;
import java.util.List;

/**
 * One fund's plan for a year against what was spent. Cents.
 *
 * @param spentCents from the year's first day to the last one asked for, in every category
 * @param lines every category that is planned or has cost something
 */
public record Budget(
        String fundId, int year, long plannedCents, long spentCents, List<Line> lines, long position, Instant knownAt) {
    /** @param leftCents below zero: so much more than planned */
    public record Line(String category, long plannedCents, long spentCents, long leftCents, Standing standing) {}

    /** How a line stands by ANBest-P no. 1.2: a fifth more than planned may be spent if it is saved elsewhere. */
    public enum Standing {
        /** Nothing at all is planned for the year. */
        NO_PLAN,
        WITHIN,
        /** Up to a fifth more than planned, and the whole plan is kept. */
        SAVE_ELSEWHERE,
        /** More than that, or not in the plan: the granting office must agree first. */
        CHANGE_FIRST;

        static Standing of(long lineCents, long spentCents, long plannedCents, long allSpentCents) {
            if (plannedCents == 0) {
                return NO_PLAN;
            }
            if (spentCents <= lineCents) {
                return WITHIN;
            }
            boolean aFifth = spentCents - lineCents <= lineCents / 5;
            return aFifth && allSpentCents <= plannedCents ? SAVE_ELSEWHERE : CHANGE_FIRST;
        }
    }
}
