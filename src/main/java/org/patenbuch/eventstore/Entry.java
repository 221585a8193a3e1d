package org.patenbuch.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.patenbuch.kernel.LedgerEvent;

/**
 * One event as it stands in the journal.
 *
 * @param position place in the order of all events; grows, with gaps where transactions were rolled back
 * @param seq place in its stream, from 0, without gaps
 * @param recordedAt when it was recorded, in whole milliseconds
 */
public record Entry(
        long position,
        StreamName stream,
        long seq,
        String eventId,
        Instant recordedAt,
        LedgerEvent event,
        Map<String, String> metadata) {

    public String partnership() {
        return stream.partnership();
    }

    static Entry of(ResultSet row, EventCodec codec) throws SQLException {
        return new Entry(
                row.getLong("position"),
                new StreamName(row.getString("partnership"), row.getString("stream")),
                row.getLong("seq"),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                codec.read(row.getString("type"), row.getBytes("payload")),
                codec.readMetadata(row.getBytes("metadata")));
    }

    /** The entry that a message read from the journal was made of. */
    public static Entry of(DomainEventMessage<?> message, long position) {
        Map<String, String> metadata = new java.util.TreeMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, (String) value));
        return new Entry(
                position,
                StreamName.parse(message.getAggregateIdentifier()),
                message.getSequenceNumber(),
                message.getIdentifier(),
                message.getTimestamp(),
                (LedgerEvent) message.getPayload(),
                metadata);
    }

    DomainEventMessage<LedgerEvent> message() {
        return new GenericDomainEventMessage<>(
                stream.type(), stream.full(), seq, event, MetaData.from(metadata), eventId, recordedAt);
    }
}
