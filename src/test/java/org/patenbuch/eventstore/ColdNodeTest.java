package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.projections.Found;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.Rebuild;

/**
 * A process just started, as the command line is one, has proven nothing complete yet, and while a transaction is open
 * anywhere it cannot. What a view has read is complete all the same.
 */
class ColdNodeTest {
    private static final String P = "rosenstadt";
    private static final String VIEW = "funding";

    @Test
    void what_a_view_has_read_is_read_whole_while_a_transaction_is_open() throws SQLException {
        DatabaseLogins database = TestDatabase.newDatabase();
        long read = withPartners(database, 3);
        try (Connection open = inTransaction(database.app());
                Node cold = Node.start(database, List.of("patenbuch.views.read=false"))) {
            List<Long> positions = new ArrayList<>();
            cold.bean(Journal.class).each(P, read, entry -> positions.add(entry.position()));

            Found found = cold.bean(Rebuild.class).compare(VIEW, progress -> {});

            assertThat(positions).hasSize(4).endsWith(read);
            assertThat(found.lookedAt()).isPositive();
            assertThat(found.findings()).isEmpty();
            assertThat(open.isClosed()).isFalse();
        }
    }

    private static long withPartners(DatabaseLogins database, int partners) {
        try (Node node = Node.start(database)) {
            long last = node.send(Samples.found(P)).position();
            for (int i = 1; i <= partners; i++) {
                last = node.send(Samples.partner(P, "P-" + i)).position();
            }
            node.bean(Positions.class).await(VIEW, last);
            return last;
        }
    }

    private static Connection inTransaction(DatabaseLogin login) throws SQLException {
        Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_current_xact_id()");
        }
        return connection;
    }
}
