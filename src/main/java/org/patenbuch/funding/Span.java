package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * A period as it is answered: its whole months from the months' sums, the days at its edges from the entries.
 *
 * @param wholeFrom first day of the first whole month
 * @param wholeTo first day of the month after the last whole one
 */
record Span(
        LocalDate wholeFrom,
        LocalDate wholeTo,
        LocalDate beforeFrom,
        LocalDate beforeTo,
        LocalDate afterFrom,
        LocalDate afterTo) {
    private static final LocalDate LATER = LocalDate.of(9999, 1, 2);
    private static final LocalDate EARLIER = LocalDate.of(9999, 1, 1);

    /** The SQL condition for entries on the days at the edges. */
    static String edges(String day) {
        return "(%1$s BETWEEN :beforeFrom AND :beforeTo OR %1$s BETWEEN :afterFrom AND :afterTo)".formatted(day);
    }

    static Span of(LocalDate from, LocalDate to) {
        LocalDate wholeFrom = from.getDayOfMonth() == 1 ? from : from.with(TemporalAdjusters.firstDayOfNextMonth());
        LocalDate wholeTo = to.plusDays(1).withDayOfMonth(1);
        return wholeFrom.isBefore(wholeTo)
                ? new Span(wholeFrom, wholeTo, from, wholeFrom.minusDays(1), wholeTo, to)
                : new Span(LATER, EARLIER, from, to, LATER, EARLIER);
    }

    Map<String, LocalDate> parameters() {
        return Map.of(
                "wholeFrom", wholeFrom,
                "wholeTo", wholeTo,
                "beforeFrom", beforeFrom,
                "beforeTo", beforeTo,
                "afterFrom", afterFrom,
                "afterTo", afterTo);
    }
}
