package org.patenbuch.partner;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.partner.PartnerEvent.PartnerRegistered;
import org.springframework.stereotype.Component;

/** What a partner is, read from its own stream: true at once, also for a partner registered a moment ago. */
@Component
public class Partners {
    private final EventStore events;

    Partners(EventStore events) {
        this.events = events;
    }

    /** @return empty if there is no such partner */
    public Optional<PartnerEvent.Kind> kindOf(String partnership, String id) {
        var stream = events.readEvents(StreamName.of(partnership, "partner", id));
        return stream.hasNext() && stream.next().getPayload() instanceof PartnerRegistered registered
                ? Optional.of(registered.kind())
                : Optional.empty();
    }
}
