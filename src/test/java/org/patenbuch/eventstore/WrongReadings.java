package org.patenbuch.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Four ways to follow a table of events that are in use elsewhere or nearly right; each loses or swaps events. */
final class WrongReadings {
    private static final String ROWS = "SELECT position, partnership || '/' || stream, seq FROM event ";
    private static final String OLDEST_RUNNING = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private WrongReadings() {}

    private abstract static class OverConnection implements Reading {
        final Connection connection;
        final List<Seen> seen = new ArrayList<>();

        OverConnection(Connection connection) {
            this.connection = connection;
        }

        long number(String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }

        void take(String where, long... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(ROWS + where)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setLong(i + 1, parameters[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        seen.add(new Seen(rows.getLong(1), rows.getString(2), rows.getLong(3)));
                    }
                }
            }
        }

        @Override
        public List<Seen> seen() {
            return seen;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Everything beyond the last position seen: loses what was drawn before and committed after. */
    static final class Cursor extends OverConnection {
        Cursor(Connection connection) {
            super(connection);
        }

        @Override
        public void look() throws SQLException {
            take(
                    "WHERE position > ? ORDER BY position",
                    seen.isEmpty() ? 0 : seen.getLast().position());
        }
    }

    /** In the order of transaction ids, up to the oldest that runs: swaps events where an id was taken early. */
    static final class TransactionOrder extends OverConnection {
        private long transaction;
        private long position;

        TransactionOrder(Connection connection) {
            super(connection);
        }

        @Override
        public void look() throws SQLException {
            int before = seen.size();
            long oldest = number(OLDEST_RUNNING);
            take(
                    "WHERE (xmin::text::bigint, position) > (?, ?) AND xmin::text::bigint < ? "
                            + "ORDER BY xmin::text::bigint, position",
                    transaction,
                    position,
                    oldest);
            if (seen.size() > before) {
                position = seen.getLast().position();
                transaction = number("SELECT xmin::text::bigint FROM event WHERE position = " + position);
            }
        }
    }

    /** Up to a horizon of marks, as ours, but for where the transaction id of a mark comes from. */
    private abstract static class Marked extends OverConnection {
        private record Mark(long position, long transaction) {}

        private final Deque<Mark> marks = new ArrayDeque<>();
        private long safe;
        private long read;

        Marked(Connection connection) {
            super(connection);
        }

        void mark(long position, long transaction) {
            marks.addLast(new Mark(position, transaction));
        }

        void takeUpToHorizon() throws SQLException {
            long oldest = number(OLDEST_RUNNING);
            while (!marks.isEmpty() && marks.peekFirst().transaction() <= oldest) {
                safe = marks.removeFirst().position();
            }
            take("WHERE position > ? AND position <= ? ORDER BY position", read, safe);
            read = Math.max(read, safe);
        }
    }

    /** The mark's id is that of a transaction that has written before it looked: too old, by its own writes. */
    static final class MarkByOlderTransaction extends Marked {
        private final Runnable meanwhile;

        MarkByOlderTransaction(Connection connection, Runnable meanwhile) {
            super(connection);
            this.meanwhile = meanwhile;
        }

        @Override
        public void look() throws SQLException {
            connection.setAutoCommit(false);
            long transaction = number("SELECT pg_current_xact_id()::text::bigint");
            meanwhile.run();
            mark(number(Horizon.LAST_DRAWN), transaction);
            connection.commit();
            connection.setAutoCommit(true);
            takeUpToHorizon();
        }
    }

    /** The mark's id is the end of the snapshot, the last id completed and one: a running one may have it. */
    static final class MarkBySnapshotEnd extends Marked {
        MarkBySnapshotEnd(Connection connection) {
            super(connection);
        }

        @Override
        public void look() throws SQLException {
            long last = number(Horizon.LAST_DRAWN);
            mark(last, number("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"));
            takeUpToHorizon();
        }
    }
}
