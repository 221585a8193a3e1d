package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.patenbuch.funding.Outlook.FundOutlook;
import org.patenbuch.funding.Outlook.Month;

/** One fund's money, month by month: what has been, and from it what will be. */
final class Forecast {
    /** Three years: longer than pledges are made for. */
    static final int MONTHS = 36;

    private static final int USUAL_MONTHS = 12;

    private final LocalDate on;
    private final YearMonth first;
    private final SortedMap<YearMonth, Long> spent = new TreeMap<>();
    private final Map<YearMonth, Long> expected = new TreeMap<>();
    private final Map<Integer, Long> plans = new TreeMap<>();
    private YearMonth beginning;
    private long balanceCents;

    /** @param on the day after which the future begins */
    Forecast(LocalDate on) {
        this.on = on;
        first = YearMonth.from(on.plusDays(1));
        beginning = first;
    }

    void moved(YearMonth month, long intoCents, long spentCents) {
        balanceCents += intoCents - spentCents;
        spent.merge(month, spentCents, Long::sum);
        beginning = month.isBefore(beginning) ? month : beginning;
    }

    /** @param dueOn if it is past, the money is expected at once */
    void expects(LocalDate dueOn, long cents) {
        YearMonth month = YearMonth.from(dueOn);
        expected.merge(month.isBefore(first) ? first : month, cents, Long::sum);
    }

    void plans(int year, long cents) {
        plans.merge(year, cents, Long::sum);
    }

    FundOutlook outlook(String fundId, String name, long warnMonths) {
        List<Month> months = months();
        Month gap = months.stream()
                .filter(month -> month.balanceCents() < 0)
                .findFirst()
                .orElse(null);
        boolean warns =
                gap != null && !gap.month().isAfter(YearMonth.from(on).plusMonths(Math.clamp(warnMonths, 0, MONTHS)));
        return new FundOutlook(
                fundId,
                name,
                balanceCents,
                usual(),
                gap == null ? null : gap.month(),
                gap == null ? 0 : -gap.balanceCents(),
                warns,
                months);
    }

    private List<Month> months() {
        List<Month> months = new ArrayList<>();
        long left = balanceCents;
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            boolean planned = plans.getOrDefault(month.getYear(), 0L) > 0;
            long spending = planned ? planned(month) : i == 0 ? Math.max(0, usual() - in(first)) : usual();
            long comes = expected.getOrDefault(month, 0L);
            left += comes - spending;
            months.add(new Month(month, comes, spending, planned, left));
        }
        return months;
    }

    /** What the year's plan leaves, in equal parts for the months it has left. */
    private long planned(YearMonth month) {
        long plan = plans.get(month.getYear());
        if (month.getYear() != first.getYear()) {
            return Math.ceilDiv(plan, 12);
        }
        long used = spent.tailMap(first.withMonth(1)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return Math.ceilDiv(Math.max(0, plan - used), 13 - first.getMonthValue());
    }

    /** On the average of the last whole months, as many as the fund has, at most twelve. */
    private long usual() {
        long has = beginning.until(first, java.time.temporal.ChronoUnit.MONTHS);
        long sum = spent.subMap(first.minusMonths(USUAL_MONTHS), first).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return Math.ceilDiv(sum, Math.clamp(has, 1, USUAL_MONTHS));
    }

    private long in(YearMonth month) {
        return spent.getOrDefault(month, 0L);
    }
}
