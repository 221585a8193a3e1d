package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.YearMonth;

/** A period as sums read it: its whole months, and the days before and after them. */
record Period(LocalDate from, LocalDate to) {
    private static final Period NOTHING = new Period(LocalDate.of(2000, 1, 2), LocalDate.of(2000, 1, 1));

    LocalDate firstWholeMonth() {
        return from.getDayOfMonth() == 1
                ? from
                : YearMonth.from(from).plusMonths(1).atDay(1);
    }

    LocalDate lastWholeMonth() {
        YearMonth month = YearMonth.from(to);
        return to.equals(month.atEndOfMonth())
                ? month.atDay(1)
                : month.minusMonths(1).atDay(1);
    }

    /** The days before the first whole month; without a whole month, they may overlap with those after. */
    Period daysBefore() {
        LocalDate last =
                firstWholeMonth().equals(from) ? null : firstWholeMonth().minusDays(1);
        return last == null ? NOTHING : new Period(from, last.isBefore(to) ? last : to);
    }

    Period daysAfter() {
        LocalDate first = YearMonth.from(to).atDay(1);
        boolean whole = lastWholeMonth().equals(first);
        return whole ? NOTHING : new Period(first.isAfter(from) ? first : from, to);
    }
}
