package org.patenbuch.dialogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.TextKind;
import org.patenbuch.partnership.Periods;
import org.springframework.stereotype.Component;

/** The day of something that has happened: not in the future, not in a locked period. */
@Component
class Past {
    private final Periods periods;
    private final Clock clock;

    Past(Periods periods, Clock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /** Text of what was said and by whom, kept as long as all that is recorded of meetings this year. */
    Personal ofThisYear(String partnership, Personal told) {
        int year = LocalDate.now(clock).getYear();
        return Personal.of(partnership, TextKind.MEETING, year, Objects.requireNonNull(told.text()));
    }

    /** @throws Rejected {@code dialogue.future}, {@code period.locked} */
    void require(String partnership, LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Rejected("dialogue.future", day);
        }
        periods.requireOpen(partnership, day);
    }
}
