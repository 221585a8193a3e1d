package org.patenbuch.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** As every view reads: the horizon moved on, then whatever the stream of the journal gives. */
class OurReading implements Reading {
    private final Horizon horizon;
    private final JournalStream stream;
    private final List<Seen> seen = new ArrayList<>();

    OurReading(Node node) {
        horizon = node.bean(Horizon.class);
        stream = node.bean(JournalSource.class).openStream(null);
    }

    @Override
    public void look() {
        horizon.advance();
        try {
            while (stream.hasNextAvailable()) {
                seen.add(seen(stream.nextAvailable()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Seen seen(TrackedEventMessage<?> message) {
        Entry entry = ((EntryMessage) message).entry();
        return new Seen(entry.position(), entry.stream().full(), entry.seq());
    }

    @Override
    public List<Seen> seen() {
        return seen;
    }

    @Override
    public void close() {
        stream.close();
    }
}
