package org.patenbuch.funding;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.patenbuch.funding.Funding.MonthLine;
import org.patenbuch.projections.Asked;

/** What came in and went out, month by month. */
final class Months {
    private final SortedMap<YearMonth, MonthLine> lines = new TreeMap<>();

    void add(YearMonth month, long receivedCents, long spentCents) {
        lines.merge(
                month,
                new MonthLine(month, receivedCents, spentCents),
                (one, other) -> new MonthLine(
                        month,
                        one.receivedMoneyCents() + other.receivedMoneyCents(),
                        one.spentCents() + other.spentCents()));
    }

    /** Every month of a period that has both ends; else the months in which anything came in or went out. */
    List<MonthLine> lines(Asked asked) {
        if (asked.from() == null || asked.to() == null) {
            return lines.values().stream()
                    .filter(line -> line.receivedMoneyCents() != 0 || line.spentCents() != 0)
                    .toList();
        }
        YearMonth last = YearMonth.from(asked.to());
        return Stream.iterate(YearMonth.from(asked.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> lines.getOrDefault(month, new MonthLine(month, 0, 0)))
                .toList();
    }
}
