package org.patenbuch.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the processors of views read from: the journal up to its horizon, woken when there is more. */
@Component
public class JournalSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final Journal journal;
    private final Horizon horizon;
    private final Tide tide;

    JournalSource(Journal journal, Horizon horizon, Tide tide) {
        this.journal = journal;
        this.horizon = horizon;
        this.tide = tide;
    }

    @Override
    public JournalStream openStream(@Nullable TrackingToken after) {
        return new JournalStream(journal, horizon, tide, Journal.position(after));
    }

    @Override
    public TrackingToken createHeadToken() {
        return journal.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return journal.createTokenAt(instant);
    }
}
