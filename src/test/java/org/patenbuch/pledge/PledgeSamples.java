package org.patenbuch.pledge;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.pledge.PledgeEvent.PledgeAmended;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;

/** One of each fact of a pledge, with every field filled, as its golden file holds it. */
public final class PledgeSamples {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    private PledgeSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new PledgeMade(
                        "Z-2013-STW",
                        "P-STW",
                        "F-ANE",
                        290_000,
                        FIRST,
                        LAST,
                        List.of(new Instalment(FIRST, 145_000), new Instalment(LAST, 145_000))),
                new PledgeAmended(
                        "Z-2013-STW", 240_000, List.of(new Instalment(LAST, 240_000)), 72_500, "weniger Umsatz"),
                new PledgeWithdrawn("Z-2013-STW", 217_500, "Aufgabe des Geschäfts"));
    }
}
