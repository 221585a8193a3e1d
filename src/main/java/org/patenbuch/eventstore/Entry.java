package org.patenbuch.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
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
                new LateMetadata(codec, row.getBytes("metadata")));
    }
}
