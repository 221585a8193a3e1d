package org.patenbuch.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;

/**
 * What the partnership's work costs, an hour and a household of the period: where money and people meet.
 *
 * @param byFund funds out of which anything was spent
 * @param total of all funds
 */
public record Cost(long minutes, long households, List<Line> byFund, Line total, long position, Instant knownAt) {
    private static final int HOUR_MINUTES = 60;

    /** @param centsPerHour rounded half up; null where there were no hours, so with households */
    public record Line(
            @Nullable String fundId,
            @Nullable String name,
            long spentCents,
            @Nullable Long centsPerHour,
            @Nullable Long centsPerHousehold) {}

    static Cost of(Engagement engagement, Funding funding) {
        long minutes = engagement.totals().minutes();
        long households = engagement.totals().households();
        List<Line> byFund = funding.byFund().stream()
                .filter(fund -> fund.spentCents() > 0)
                .map(fund -> line(fund.fundId(), fund.name(), fund.spentCents(), minutes, households))
                .toList();
        Line total = line(null, null, funding.totals().spentCents(), minutes, households);
        return new Cost(minutes, households, byFund, total, engagement.position(), engagement.knownAt());
    }

    private static Line line(@Nullable String fund, @Nullable String name, long cents, long minutes, long households) {
        return new Line(
                fund,
                name,
                cents,
                minutes == 0 ? null : Long.valueOf(rounded(cents * HOUR_MINUTES, minutes)),
                households == 0 ? null : Long.valueOf(rounded(cents, households)));
    }

    private static long rounded(long amount, long by) {
        return (2 * amount + by) / (2 * by);
    }
}
