package org.patenbuch.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As fast as JDBC writes one row into the journal's own table and commits, again and again; nothing is decided. */
final class RawInsert implements AutoCloseable {
    private static final String INSERT = """
            INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
            VALUES ('raw', ?, ?, ?, 'HoursLogged', '1', ?, ?, ?)""";

    private record Row(byte[] payload, byte[] metadata) {}

    private final Connection[] connections;
    private final PreparedStatement[] statements;
    private final String[] streams;
    private final long[] next;
    private final Row row;

    /** Takes as many connections from the pool as there are callers. */
    RawInsert(DataSource pool, int callers) throws SQLException {
        row = JdbcClient.create(pool)
                .sql("SELECT payload, metadata FROM event WHERE type = 'HoursLogged' ORDER BY position DESC LIMIT 1")
                .query((found, n) -> new Row(found.getBytes(1), found.getBytes(2)))
                .single();
        connections = new Connection[callers];
        statements = new PreparedStatement[callers];
        streams = new String[callers];
        next = new long[callers];
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (int caller = 0; caller < callers; caller++) {
            connections[caller] = pool.getConnection();
            statements[caller] = connections[caller].prepareStatement(INSERT);
            streams[caller] = "timesheet/" + run + "-" + caller + ".2013-03";
        }
    }

    void by(int caller) throws SQLException {
        PreparedStatement statement = statements[caller];
        statement.setString(1, streams[caller]);
        statement.setLong(2, next[caller]++);
        statement.setObject(3, UUID.randomUUID());
        statement.setObject(4, OffsetDateTime.now());
        statement.setBytes(5, row.payload());
        statement.setBytes(6, row.metadata());
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
