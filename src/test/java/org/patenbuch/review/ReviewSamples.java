package org.patenbuch.review;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.review.ReviewEvent.CheckMarkAdded;
import org.patenbuch.review.ReviewEvent.Finding;
import org.patenbuch.review.ReviewEvent.ReportFrozen;

/** One of each fact of reports and checks, with every field filled, as its golden file holds it. */
public final class ReviewSamples {
    private static final String SEALED =
            "enc:v1:rosenstadt/check-mark/C-1:" + "7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:note:c2VhbGVkIHRleHQ=";

    private ReviewSamples() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new ReportFrozen(
                        "R-2013", "Jahresbericht 2013", LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), 4711),
                new CheckMarkAdded(
                        "C-1", 4711, Finding.OBJECTION, new Personal("rosenstadt/check-mark/C-1", null, SEALED)));
    }
}
