package org.patenbuch.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.patenbuch.kernel.Rejected;

/**
 * Locks held by a connection of their own for as long as an import runs: one import at a time in a partnership, and
 * proof for everyone that this batch is alive. They vanish with the process, however it ends.
 */
final class OneAtATime implements AutoCloseable {
    /** The first of the two numbers of the advisory locks, told apart from all others by it. */
    static final int LOCK_CLASS = 0x1A7B;

    private final Connection connection;

    private OneAtATime(Connection connection) {
        this.connection = connection;
    }

    /** @throws Rejected {@code intake.running} if another one is at work in this partnership */
    static OneAtATime hold(DataSource dataSource, String partnership, String batch) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (!tryLock(connection, "imports of " + partnership)) {
                throw new Rejected("intake.running");
            }
            tryLock(connection, batch);
            return new OneAtATime(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean tryLock(Connection connection, String name) throws SQLException {
        return ask(connection, "SELECT pg_try_advisory_lock(" + LOCK_CLASS + ", hashtext(?))", name);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** The connection goes back to its pool, so its locks are given up by name. */
    @Override
    public void close() throws SQLException {
        try (connection;
                PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            statement.execute();
        }
    }
}
