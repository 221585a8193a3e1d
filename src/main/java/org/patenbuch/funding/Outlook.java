package org.patenbuch.funding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How secure the money is, seen from the end of a day: what came in and was spent up to it, what is still promised, what
 * will be spent. Cents.
 *
 * @param on the day it is seen from
 * @param warnMonths how many months before a gap the coordinator is warned, by the rule of that day
 * @param overdue what should have come by then, oldest first
 */
public record Outlook(
        LocalDate on, long warnMonths, List<FundOutlook> funds, List<Overdue> overdue, long position, Instant knownAt) {
    /**
     * @param balanceCents cash at the end of the day
     * @param usualCents what is spent in a month, on the average of the last twelve whole ones
     * @param gapMonth the first month at whose end there is too little; null if there is none among {@code months}
     * @param missingCents at the end of that month; 0 if there is none
     * @param warns whether that month is near enough to warn of it
     * @param months the next ones, one by one
     */
    public record FundOutlook(
            String fundId,
            String name,
            long balanceCents,
            long usualCents,
            @Nullable YearMonth gapMonth,
            long missingCents,
            boolean warns,
            List<Month> months) {
        /** All that is still promised for these months. */
        public long expectedCents() {
            return months.stream().mapToLong(Month::expectedCents).sum();
        }
    }

    /**
     * @param expectedCents instalments still to come in this month; what is overdue is expected in the first one
     * @param spendingCents what will be spent: as planned where there is a plan for the year, else as usual
     * @param balanceCents at the month's end; below zero: so much is missing
     */
    public record Month(YearMonth month, long expectedCents, long spendingCents, boolean planned, long balanceCents) {}

    /**
     * An instalment that should have come.
     *
     * @param agreed whether the day was agreed; else the pledge is taken to be paid in equal parts each quarter
     * @param missingCents all of it, or what a payment was short
     */
    public record Overdue(
            String pledgeId,
            String partnerId,
            String fundId,
            LocalDate dueOn,
            boolean agreed,
            long amountCents,
            long missingCents,
            Lack lack) {}

    /** Whether nothing of an instalment has come, or only a part of it. */
    public enum Lack {
        LATE,
        SHORT
    }

    /** The first gap of any fund; null if there is none in sight. */
    public @Nullable FundOutlook firstGap() {
        return funds.stream()
                .filter(fund -> fund.gapMonth() != null)
                .min(java.util.Comparator.comparing(FundOutlook::gapMonth))
                .orElse(null);
    }
}
