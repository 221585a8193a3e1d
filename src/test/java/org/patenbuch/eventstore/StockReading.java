package org.patenbuch.eventstore;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.patenbuch.database.DatabaseLogins;

/** Axon's own JDBC engine 4.13.0 with its defaults, on its own table in the same database. */
class StockReading implements Reading {
    static final String TABLE = "stock_event";
    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable(TABLE)
            .snapshotTable("stock_snapshot")
            .build();

    private final JdbcEventStorageEngine engine;
    private final List<Seen> seen = new ArrayList<>();
    private TrackingToken token;

    StockReading(Node node) {
        this.engine = engine(node.bean(DataSource.class)::getConnection);
    }

    static void createTables(DatabaseLogins database) throws SQLException {
        try (Connection owner = LateWriter.connect(database.owner())) {
            engine(() -> owner).createSchema(PostgresEventTableFactory.INSTANCE);
        }
        try (Connection owner = LateWriter.connect(database.owner());
                var statement = owner.createStatement()) {
            statement.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO "
                    + database.app().user());
            statement.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO "
                    + database.app().user());
        }
    }

    private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
        Serializer serializer =
                JacksonSerializer.builder().objectMapper(new JsonMapper()).build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .schema(SCHEMA)
                .build();
    }

    @Override
    public void look() {
        engine.readEvents(token, false).forEach(message -> {
            token = message.trackingToken();
            var event = (DomainEventMessage<?>) message;
            seen.add(new Seen(
                    token.position().orElseThrow(), event.getAggregateIdentifier(), event.getSequenceNumber()));
        });
    }

    @Override
    public List<Seen> seen() {
        return seen;
    }

    @Override
    public void close() {}
}
