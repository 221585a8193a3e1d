package org.patenbuch.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is sealed, side by side with the events it was made of. */
@Component
class SealedRows {
    private static final int PAGE = 2_000;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String COLUMNS =
            "e.event_id, e.stream, e.seq, e.type, e.revision, e.recorded_at, e.payload, e.metadata";
    private static final String SEALED = "SELECT l.no, l.entry, l.hash, " + COLUMNS + """
             FROM evidence.leaf l
            LEFT JOIN event e ON e.position = l.position AND e.partnership = l.partnership
            WHERE l.partnership = ? AND l.no > ? AND l.no <= ? ORDER BY l.no LIMIT ?""";
    private static final String WITHOUT_ENTRY = """
            SELECT (SELECT coalesce(max(l.no), 0) + 1 FROM evidence.leaf l
                    WHERE l.partnership = e.partnership AND l.position < e.position) AS no,
                   null::bytea AS entry, null::bytea AS hash,\s""" + COLUMNS + """
             FROM event e
            WHERE e.partnership = ? AND e.position <= ?
              AND NOT EXISTS (SELECT FROM evidence.leaf l WHERE l.position = e.position)
            ORDER BY e.position LIMIT ?""";

    /**
     * One entry as stored.
     *
     * @param entry the sealed bytes; null for an event that has none
     * @param event null where there is no such event any more
     */
    record Row(
            long no,
            byte @Nullable [] entry,
            byte @Nullable [] hash,
            @Nullable Event event) {
        /** The entry as it would be made of the event now. */
        byte @Nullable [] again() {
            return event == null
                    ? null
                    : new EntryLine(
                                    no,
                                    event.id(),
                                    event.stream(),
                                    event.seq(),
                                    event.type(),
                                    event.revision(),
                                    AT.format(event.recordedAt()),
                                    Sha256.hex(event.payload()),
                                    Sha256.hex(event.metadata()))
                            .bytes();
        }
    }

    record Event(
            String id,
            String stream,
            long seq,
            String type,
            String revision,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {}

    private final JdbcClient jdbc;

    SealedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries behind a number, in order; empty at the end. */
    List<Row> after(String partnership, long no, long size) {
        return jdbc.sql(SEALED)
                .params(partnership, no, size, PAGE)
                .query(SealedRows::row)
                .list();
    }

    /** Events among the sealed ones that were never sealed: whoever put them in did not go through the ledger. */
    List<Row> withoutEntry(String partnership, long position) {
        return jdbc.sql(WITHOUT_ENTRY)
                .params(partnership, position, PAGE)
                .query(SealedRows::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String id = row.getString("event_id");
        Event event = id == null
                ? null
                : new Event(
                        id,
                        row.getString("stream"),
                        row.getLong("seq"),
                        row.getString("type"),
                        row.getString("revision"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("payload"),
                        row.getBytes("metadata"));
        return new Row(row.getLong("no"), row.getBytes("entry"), row.getBytes("hash"), event);
    }
}
