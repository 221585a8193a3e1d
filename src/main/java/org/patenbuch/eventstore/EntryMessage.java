package org.patenbuch.eventstore;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.patenbuch.kernel.LedgerEvent;

/**
 * An entry of the journal as Axon hands it on, to aggregates and to views, and as views get it back. Nothing is copied
 * on the way, and metadata nobody asks for is never read: a rebuild passes here once for every event there is.
 */
public final class EntryMessage implements DomainEventMessage<LedgerEvent>, TrackedEventMessage<LedgerEvent> {
    private static final long serialVersionUID = 1L;

    private final transient Entry entry;
    private final TrackingToken token;
    private transient MetaData metadata;

    EntryMessage(Entry entry) {
        this(entry, new GlobalSequenceTrackingToken(entry.position()));
    }

    private EntryMessage(Entry entry, TrackingToken token) {
        this.entry = entry;
        this.token = token;
    }

    public Entry entry() {
        return entry;
    }

    @Override
    public TrackingToken trackingToken() {
        return token;
    }

    /** While a view is made anew the token says so. */
    @Override
    public TrackedEventMessage<LedgerEvent> withTrackingToken(TrackingToken other) {
        return new EntryMessage(entry, other);
    }

    @Override
    public String getIdentifier() {
        return entry.eventId();
    }

    @Override
    public Instant getTimestamp() {
        return entry.recordedAt();
    }

    @Override
    public LedgerEvent getPayload() {
        return entry.event();
    }

    @Override
    @SuppressWarnings("unchecked") // the class of the very object
    public Class<LedgerEvent> getPayloadType() {
        return (Class<LedgerEvent>) entry.event().getClass();
    }

    @Override
    public MetaData getMetaData() {
        if (metadata == null) {
            metadata = MetaData.from(entry.metadata());
        }
        return metadata;
    }

    @Override
    public long getSequenceNumber() {
        return entry.seq();
    }

    @Override
    public String getAggregateIdentifier() {
        return entry.stream().full();
    }

    @Override
    public String getType() {
        return entry.stream().type();
    }

    /** With other metadata it is a message like any other, and no longer what stands in the journal. */
    @Override
    public DomainEventMessage<LedgerEvent> withMetaData(Map<String, ?> other) {
        return new GenericDomainEventMessage<>(
                getType(),
                getAggregateIdentifier(),
                getSequenceNumber(),
                getPayload(),
                other,
                getIdentifier(),
                getTimestamp());
    }

    @Override
    public DomainEventMessage<LedgerEvent> andMetaData(Map<String, ?> more) {
        return withMetaData(getMetaData().mergedWith(more));
    }
}
