package org.patenbuch.funding;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Figure;

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
    /** Every number of the answer, by its name. */
    public Map<Figure, Long> figures() {
        Map<Figure, Long> figures = new LinkedHashMap<>();
        figures.put(figure("totals", null, "pledgedCents"), totals.pledgedCents());
        figures.put(figure("totals", null, "receivedMoneyCents"), totals.receivedMoneyCents());
        figures.put(figure("totals", null, "receivedInKindCents"), totals.receivedInKindCents());
        figures.put(figure("totals", null, "receivedStaffTimeCents"), totals.receivedStaffTimeCents());
        figures.put(figure("totals", null, "spentCents"), totals.spentCents());
        figures.put(figure("totals", null, "outstandingCents"), totals.outstandingCents());
        figures.put(figure("totals", null, "balanceCents"), totals.balanceCents());
        for (PartnerLine line : byPartner) {
            figures.put(figure("byPartner", line.partnerId(), "pledgedCents"), line.pledgedCents());
            figures.put(figure("byPartner", line.partnerId(), "receivedMoneyCents"), line.receivedMoneyCents());
            figures.put(figure("byPartner", line.partnerId(), "receivedInKindCents"), line.receivedInKindCents());
            figures.put(figure("byPartner", line.partnerId(), "receivedStaffTimeCents"), line.receivedStaffTimeCents());
        }
        for (FundLine line : byFund) {
            figures.put(figure("byFund", line.fundId(), "receivedMoneyCents"), line.receivedMoneyCents());
            figures.put(figure("byFund", line.fundId(), "spentCents"), line.spentCents());
            figures.put(figure("byFund", line.fundId(), "balanceCents"), line.balanceCents());
        }
        for (MonthLine line : byMonth) {
            figures.put(figure("byMonth", line.month().toString(), "receivedMoneyCents"), line.receivedMoneyCents());
            figures.put(figure("byMonth", line.month().toString(), "spentCents"), line.spentCents());
        }
        return figures;
    }

    static Figure figure(String group, @Nullable String key, String name) {
        return new Figure(FundingView.NAME, group, key, name);
    }

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
