package org.patenbuch.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;
import org.patenbuch.funding.PartnerMoney;

/**
 * One partner's year. Counts of people below {@link #FEWEST} are not told: of so few someone might be recognised.
 *
 * @param spent what the partner's money paid
 * @param minutes all hours given in the partnership, which this money made possible
 * @param sponsors how many gave them; null where they are too few to be told
 * @param households how many were accompanied; null where they are too few
 */
public record Impact(
        int year,
        Funding.PartnerLine partner,
        List<PartnerMoney.Spent> spent,
        long minutes,
        @Nullable Long sponsors,
        @Nullable Long households) {
    static final long FEWEST = 5;

    static Impact of(int year, Funding.PartnerLine partner, List<PartnerMoney.Spent> spent, Engagement.Totals people) {
        return new Impact(
                year, partner, spent, people.minutes(), told(people.activeSponsors()), told(people.households()));
    }

    private static @Nullable Long told(long people) {
        return people < FEWEST ? null : Long.valueOf(people);
    }

    public long spentCents() {
        return spent.stream().mapToLong(PartnerMoney.Spent::cents).sum();
    }
}
