package org.patenbuch.funding;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The answer of the funding view for a period. Cents; balances are cash at the end of the period.
 *
 * @param position how far the journal was read for this answer
 */
public record Funding(
        Totals totals,
        List<PartnerLine> byPartner,
        List<FundLine> byFund,
        List<MonthLine> byMonth,
        long position,
        Instant knownAt) {
    public record Totals(
            long pledgedCents,
            long receivedMoneyCents,
            long receivedInKindCents,
            long receivedStaffTimeCents,
            long spentCents,
            long outstandingCents,
            long balanceCents) {}

    public record PartnerLine(
            String partnerId,
            String name,
            long pledgedCents,
            long receivedMoneyCents,
            long receivedInKindCents,
            long receivedStaffTimeCents) {}

    public record FundLine(String fundId, String name, long receivedMoneyCents, long spentCents, long balanceCents) {}

    public record MonthLine(YearMonth month, long receivedMoneyCents, long spentCents) {}
}
