package org.patenbuch.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.patenbuch.eventstore.Node;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.View;

/** Views from nothing, and the least that has to be done for it: reading the events. */
final class Rebuild {
    /** One event as the database gives it, nothing understood of it. */
    private record Row(
            long position,
            String partnership,
            String stream,
            long seq,
            String type,
            OffsetDateTime recordedAt,
            byte[] payload,
            byte[] metadata) {}

    private Rebuild() {}

    /** @return seconds to have all events in memory, in order, over one connection */
    static double sequentialRead(DataSource pool) throws SQLException {
        long start = System.nanoTime();
        List<Row> rows = new ArrayList<>();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                ResultSet row = statement.executeQuery("SELECT position, partnership, stream, seq, type, recorded_at, "
                        + "payload, metadata FROM event ORDER BY position");
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class),
                            row.getBytes(7),
                            row.getBytes(8)));
                }
            }
            connection.rollback();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** @return seconds until both views have heard everything */
    static double ofBothViews(Node node) {
        long last = node.jdbc()
                .sql("SELECT max(position) FROM event")
                .query(Long.class)
                .single();
        long start = System.nanoTime();
        node.startViews();
        for (View view : node.all(View.class)) {
            while (node.bean(Positions.class).of(view.name()).position() < last) {
                try {
                    Thread.sleep(Duration.ofMillis(20));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
