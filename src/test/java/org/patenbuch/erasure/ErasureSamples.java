package org.patenbuch.erasure;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.ErasureEvent.ErasureRequestWithdrawn;
import org.patenbuch.erasure.ErasureEvent.ErasureRequested;
import org.patenbuch.erasure.ErasureEvent.HoldLifted;
import org.patenbuch.erasure.ErasureEvent.HoldPlaced;
import org.patenbuch.erasure.ErasureEvent.PersonErased;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.TextKind;

/** One of each fact of its stream, with every field filled, as its golden file holds it. */
public final class ErasureSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private ErasureSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new ErasureRequested(PersonKind.SPONSOR, "V-01", DAY),
                new ErasureRequestWithdrawn(PersonKind.SPONSOR, "V-01"),
                new HoldPlaced("A-1", PersonKind.HOUSEHOLD, "H-001", "§ 104 SGB X", LocalDate.of(2027, 12, 31)),
                new HoldLifted("A-1", PersonKind.HOUSEHOLD, "H-001", "Verfahren beendet"),
                new PersonErased(
                        PersonKind.SPONSOR,
                        "V-01",
                        DAY,
                        Cause.REQUESTED,
                        List.of("sponsor/V-01", "certificate/V-01", "sponsorship/M-001")),
                new RetentionEvent.TextsErased(TextKind.BANK_LINE, 2017, DAY));
    }
}
