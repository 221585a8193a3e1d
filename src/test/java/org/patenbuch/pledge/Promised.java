package org.patenbuch.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patenbuch.Given;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;

/** One pledge and what its decisions ask for: one partner, one fund, the year 2011 locked, 400.00 euro received. */
final class Promised {
    static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    static final LocalDate LAST = LocalDate.of(2013, 12, 31);
    static final long RECEIVED = 40_000;

    private static final Periods PERIODS = new Periods(null) {
        @Override
        public void requireOpen(String partnership, LocalDate day) {
            if (day.getYear() == 2011) {
                throw new Rejected("period.locked", day);
            }
        }
    };

    private static final References REFERENCES = new References(null) {
        @Override
        public Optional<StreamName> streamOf(String partnership, String kind, String id) {
            return Set.of("partner/P-SPK", "fund/F-QUA", "fund/F-ZU").contains(kind + "/" + id)
                    ? Optional.of(new StreamName(partnership, kind + "/" + id))
                    : Optional.empty();
        }

        @Override
        public boolean stands(String partnership, String kind, String stream) {
            return kind.equals("fund-closing") && stream.equals(StreamName.of(partnership, "fund", "F-ZU"));
        }
    };

    private static final Pledges PLEDGES = new Pledges(null) {
        @Override
        public void keepOpen(String partnership, String fundId) {}

        @Override
        public long received(String partnership, String pledgeId) {
            return RECEIVED;
        }
    };

    private Promised() {}

    static Given<Pledge> pledge(PledgeEvent... facts) {
        return Given.stream(Pledge.class, PERIODS, REFERENCES, PLEDGES).events(facts);
    }

    static PledgeMade made(Instalment... instalments) {
        return made(FIRST, instalments);
    }

    static PledgeMade made(LocalDate from, Instalment... instalments) {
        return new PledgeMade("Z-1", "P-SPK", "F-QUA", 100_000, from, LAST, List.of(instalments));
    }

    static Instalment due(int month, long cents) {
        return new Instalment(LocalDate.of(2013, month, 1), cents);
    }
}
