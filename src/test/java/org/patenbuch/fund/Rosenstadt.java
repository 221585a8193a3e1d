package org.patenbuch.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.Given;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.FundOpened;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.fund.FundEvent.Part;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.partnership.Periods;
import org.patenbuch.pledge.Pledges;

/** One fund, its facts, and what its decisions ask for: one partner, one pledge, the year 2011 locked. */
final class Rosenstadt {
    static final LocalDate JANUARY = LocalDate.of(2013, 1, 15);
    static final LocalDate MARCH = LocalDate.of(2013, 3, 15);
    static final LocalDate LOCKED = LocalDate.of(2011, 6, 1);

    static final LocalDate TODAY = LocalDate.of(2014, 2, 1);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));

    static final Periods PERIODS = new Periods(null) {
        @Override
        public void requireOpen(String partnership, LocalDate day) {
            if (day.getYear() == LOCKED.getYear()) {
                throw new Rejected("period.locked", day);
            }
        }
    };

    static final References REFERENCES = new References(null) {
        @Override
        public Optional<StreamName> streamOf(String partnership, String kind, String id) {
            return Set.of("P-SPK", "F-KOO").contains(id)
                    ? Optional.of(new StreamName(partnership, kind + "/" + id))
                    : Optional.empty();
        }
    };

    static final Pledges PLEDGES = new Pledges(null) {
        @Override
        public void takeNoMore(String partnership, String fundId) {}

        @Override
        public void requireFor(String partnership, String pledgeId, String partnerId, String fundId) {
            if (!pledgeId.equals("Z-1")) {
                throw new Rejected("pledge.withdrawn", pledgeId);
            }
        }
    };

    private Rosenstadt() {}

    static Given<Fund> fund(FundEvent... facts) {
        return Given.stream(Fund.class, PERIODS, REFERENCES, PLEDGES, recorded(facts), CLOCK)
                .events(facts);
    }

    /** The journal as these facts make it. */
    private static Originals recorded(FundEvent... facts) {
        return new Originals(null, null) {
            @Override
            public Optional<FundEvent> find(String partnership, String kind, String id) {
                return List.of(facts).stream()
                        .filter(fact -> (kind + "/" + id).equals(nameOf(fact)))
                        .findFirst();
            }
        };
    }

    private static String nameOf(FundEvent fact) {
        return switch (fact) {
            case ContributionRecorded contribution -> "contribution/" + contribution.contributionId();
            case ExpenseRecorded expense -> "expense/" + expense.expenseId();
            default -> "";
        };
    }

    static FundOpened opened() {
        return new FundOpened("F-KOO", "Koordination", "Personal- und Sachkosten", true);
    }

    static ContributionRecorded money(String id, LocalDate receivedOn, long cents) {
        return contribution(id, ContributionKind.MONEY, receivedOn, cents, null);
    }

    static ContributionRecorded contribution(
            String id, ContributionKind kind, LocalDate receivedOn, long cents, @Nullable String pledgeId) {
        return new ContributionRecorded(
                id, "F-KOO", "P-SPK", pledgeId, kind, Nature.GIFT, cents, receivedOn, "Kontoauszug 1", null);
    }

    static ExpenseRecorded expense(String id, LocalDate paidOn, Part... parts) {
        return new ExpenseRecorded(
                id,
                "F-KOO",
                "Sachkosten",
                Cash.together(List.of(parts)),
                paidOn,
                Personal.of("rosenstadt", TextKind.PAYEE, TODAY.getYear(), "Bürobedarf"),
                "Beleg 1",
                List.of(parts));
    }

    static Part part(String contributionId, long arrival, LocalDate receivedOn, long cents) {
        return new Part(contributionId, arrival, receivedOn, null, cents);
    }
}
