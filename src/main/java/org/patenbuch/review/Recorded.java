package org.patenbuch.review;

import org.patenbuch.eventstore.Horizon;
import org.patenbuch.eventstore.Journal;
import org.springframework.stereotype.Component;

/** What stands in the journal for good, as decisions about the journal itself ask for it. */
@Component
class Recorded {
    private final Journal journal;
    private final Horizon horizon;

    Recorded(Journal journal, Horizon horizon) {
        this.journal = journal;
        this.horizon = horizon;
    }

    /** The last position before which nothing can change any more. */
    long upTo() {
        return horizon.advance();
    }

    /** Whether there is an event of this partnership at a position. */
    boolean holds(String partnership, long position) {
        return journal.between(position - 1, Math.min(position, upTo()), 1).stream()
                .anyMatch(entry -> entry.partnership().equals(partnership));
    }
}
