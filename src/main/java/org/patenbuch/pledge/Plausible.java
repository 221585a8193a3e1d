package org.patenbuch.pledge;

import java.time.Clock;
import java.time.LocalDate;
import org.patenbuch.kernel.Rejected;

/** The bounds of every amount and business day of money. */
public final class Plausible {
    /** 9,999,999,999.99 euro: sums of nine million such amounts still fit a {@code long}. */
    public static final long MAX_CENTS = 999_999_999_999L;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Plausible() {}

    /** @throws Rejected {@code money.amount} unless from one cent to {@link #MAX_CENTS} */
    public static void requireAmount(long cents) {
        if (cents < 1 || cents > MAX_CENTS) {
            throw new Rejected("money.amount", MAX_CENTS);
        }
    }

    /** @throws Rejected {@code money.amount} unless from nothing to {@link #MAX_CENTS} */
    public static void requirePlan(long cents) {
        if (cents != 0) {
            requireAmount(cents);
        }
    }

    /** @throws Rejected {@code money.day} unless from 1900 to 2199 */
    public static void requireDay(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new Rejected("money.day", FIRST, LAST);
        }
    }

    /**
     * For money that has moved.
     *
     * @throws Rejected {@code money.amount}, {@code money.day}, or {@code money.future} if the day has not begun yet
     */
    public static void requireMoved(long cents, LocalDate day, Clock clock) {
        requireAmount(cents);
        requireDay(day);
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            throw new Rejected("money.future", day, today);
        }
    }
}
