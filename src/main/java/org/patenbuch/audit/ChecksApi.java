package org.patenbuch.audit;

import java.util.List;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.Shaped;
import org.patenbuch.funding.FundingView;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Samples of the journal, and the marks of those who looked at its entries. */
@RestController
@RequestMapping("/api/v1/{partnership}")
class ChecksApi {
    private final Checks checks;
    private final Moments moments;

    ChecksApi(Checks checks, Moments moments) {
        this.checks = checks;
        this.moments = moments;
    }

    @GetMapping("/samples")
    Checks.Sample sample(Who who, Asked asked, @Shaped Bound<SampleQuestion> wanted) {
        Permissions.requireAsk(who, Question.EVENTS);
        return checks.draw(who.partnership(), wanted.orThrow(), asked);
    }

    @GetMapping("/check-marks")
    Page<Checks.Mark> marks(Who who, Asked asked) {
        Permissions.requireAsk(who, Question.EVENTS);
        String after = Cursor.read(asked.after(), "").getFirst();
        return moments.answer(asked, FundingView.NAME, who.partnership(), moment -> {
            List<Checks.Mark> found = checks.marks(who.partnership(), moment.position()).stream()
                    .filter(mark -> cursor(mark).compareTo(after) > 0)
                    .limit(asked.pageSize() + 1L)
                    .toList();
            return Page.of(found, asked, moment, last -> Cursor.of(cursor(last)));
        });
    }

    private static String cursor(Checks.Mark mark) {
        return "%019d".formatted(mark.recordedAs());
    }
}
