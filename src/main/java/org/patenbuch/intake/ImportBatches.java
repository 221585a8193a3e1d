package org.patenbuch.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The imports of a partnership. Whether one still runs is asked of the database: the runner holds a lock as it lives. */
@Component
class ImportBatches {
    private static final String BATCH = """
            SELECT id, CASE WHEN state <> 'RUNNING' OR EXISTS (SELECT FROM pg_locks
                    WHERE locktype = 'advisory' AND classid = ? AND objid::bigint = hashtext(id)::bigint & 4294967295)
                THEN state ELSE 'INTERRUPTED' END AS state,
                started_by, started_at, finished_at, rows, rows_done, rows_written, position,
                reversed_by, reversed_at, entries_reversed, reversal_position
            FROM import_batch WHERE partnership = ?""";

    private final JdbcClient jdbc;

    ImportBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String id, Who who, long rows) {
        jdbc.sql("INSERT INTO import_batch (partnership, id, state, started_by, rows) VALUES (?, ?, 'RUNNING', ?, ?)")
                .params(who.partnership(), id, who.userId(), rows)
                .update();
    }

    /** In the transaction of the rows themselves. */
    void advance(String partnership, String id, long rowsDone, long rowsWritten, @Nullable Long position) {
        jdbc.sql("""
                UPDATE import_batch SET rows_done = rows_done + ?, rows_written = rows_written + ?,
                    position = coalesce(?, position) WHERE partnership = ? AND id = ?""").params(rowsDone, rowsWritten, position, partnership, id).update();
    }

    void end(String partnership, String id, ImportBatch.State state) {
        jdbc.sql("UPDATE import_batch SET state = ?, finished_at = now() WHERE partnership = ? AND id = ?")
                .params(state.name(), partnership, id)
                .update();
    }

    void reversed(Who who, String id, long entries, @Nullable Long position) {
        jdbc.sql("UPDATE import_batch SET reversed_by = ?, reversed_at = now(), entries_reversed = ?,"
                        + " reversal_position = ? WHERE partnership = ? AND id = ?")
                .params(who.userId(), entries, position, who.partnership(), id)
                .update();
    }

    List<ImportBatch> all(String partnership) {
        return jdbc.sql(BATCH + " ORDER BY started_at DESC LIMIT 500")
                .params(OneAtATime.LOCK_CLASS, partnership)
                .query((row, n) -> batch(row))
                .list();
    }

    Optional<ImportBatch> find(String partnership, String id) {
        return jdbc.sql(BATCH + " AND id = ?")
                .params(OneAtATime.LOCK_CLASS, partnership, id)
                .query((row, n) -> batch(row))
                .optional();
    }

    private static ImportBatch batch(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        Timestamp reversed = row.getTimestamp("reversed_at");
        return new ImportBatch(
                row.getString("id"),
                ImportBatch.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("rows"),
                row.getLong("rows_done"),
                row.getLong("rows_written"),
                row.getObject("position", Long.class),
                row.getString("reversed_by"),
                reversed == null ? null : reversed.toInstant(),
                row.getObject("entries_reversed", Long.class),
                row.getObject("reversal_position", Long.class));
    }
}
