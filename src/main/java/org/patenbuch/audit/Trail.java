package org.patenbuch.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Horizon;
import org.patenbuch.evidence.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the journal of one partnership, in order, up to where it can no longer change. */
@Component
class Trail {
    private static final String EVENTS = """
            SELECT e.position, l.no, event_id, stream, seq, type, revision, recorded_at, metadata, payload
            FROM event e LEFT JOIN evidence.leaf l ON l.position = e.position
            WHERE e.partnership = :partnership AND e.position > :after AND e.position <= :horizon
              AND (:type::text IS NULL OR type = :type) AND (:stream::text IS NULL OR stream = :stream)
            ORDER BY e.position LIMIT :limit""";

    private final JdbcClient jdbc;
    private final Horizon horizon;
    private final Seals seals;
    private final JsonMapper json;

    Trail(JdbcClient jdbc, Horizon horizon, Seals seals, JsonMapper json) {
        this.jdbc = jdbc;
        this.horizon = horizon;
        this.seals = seals;
        this.json = json;
    }

    /**
     * One event as it was stored; personal text in it is sealed.
     *
     * @param entryNumber 1, 2, 3 … without gaps in the partnership; absent for the moment it takes to be sealed
     * @param sequence its place in its stream, from 0
     */
    record Recorded(
            long position,
            @Nullable Long entryNumber,
            String id,
            String stream,
            long sequence,
            String type,
            String revision,
            Instant recordedAt,
            JsonNode metadata,
            JsonNode payload) {}

    /** @param next ask with {@code after} this position for what follows; absent at the end */
    record Part(List<Recorded> items, @Nullable Long next, long position) {}

    Part after(String partnership, long after, int limit, @Nullable String type, @Nullable String stream) {
        long complete = horizon.advance();
        seals.await(partnership, complete);
        List<Recorded> items = jdbc.sql(EVENTS)
                .param("partnership", partnership)
                .param("after", after)
                .param("horizon", complete)
                .param("type", type)
                .param("stream", stream)
                .param("limit", limit)
                .query((row, n) -> recorded(row))
                .list();
        Long next = items.size() < limit ? null : items.getLast().position();
        return new Part(items, next, complete);
    }

    private Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("position"),
                row.getObject("no", Long.class),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("type"),
                row.getString("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                json(row.getBytes("metadata")),
                json(row.getBytes("payload")));
    }

    private JsonNode json(byte[] stored) {
        return json.readTree(new String(stored, StandardCharsets.UTF_8));
    }
}
