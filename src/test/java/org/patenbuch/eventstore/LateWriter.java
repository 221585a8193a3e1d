package org.patenbuch.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.patenbuch.database.DatabaseLogin;

/** One connection that writes events as slowly and in as odd an order as a test wants, to our table and the stock one. */
class LateWriter implements AutoCloseable {
    private static final String OURS = """
            INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
            VALUES (?, ?, ?, ?, 'PartnershipFounded', '1', ?, ?, ?)""";
    private static final String STOCK = "INSERT INTO " + StockReading.TABLE + """
             (eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp, payloadType, payload, metaData)
            VALUES (?, ?, ?, 'test', ?, 'java.lang.String', ?, ?)""";
    private static final byte[] PAYLOAD = "{\"partnershipId\":\"p\",\"name\":\"n\"}".getBytes(UTF_8);
    private static final byte[] NOTHING = "{}".getBytes(UTF_8);

    private final Connection connection;
    private final PreparedStatement ours;
    private final PreparedStatement stock;

    LateWriter(DatabaseLogin login) throws SQLException {
        connection = connect(login);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
        }
        connection.commit();
        ours = connection.prepareStatement(OURS);
        stock = connection.prepareStatement(STOCK);
    }

    static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /** Gives the transaction its id before it draws a position, as any other write in it would. */
    LateWriter takeId() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_current_xact_id()");
        }
        return this;
    }

    LateWriter append(String stream, long seq, Instant at) throws SQLException {
        StreamName name = StreamName.parse(stream);
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        ours.setString(1, name.partnership());
        ours.setString(2, name.path());
        ours.setLong(3, seq);
        ours.setObject(4, UUID.randomUUID());
        ours.setObject(5, OffsetDateTime.ofInstant(millis, ZoneOffset.UTC));
        ours.setBytes(6, PAYLOAD);
        ours.setBytes(7, NOTHING);
        ours.executeUpdate();
        stock.setString(1, UUID.randomUUID().toString());
        stock.setString(2, stream);
        stock.setLong(3, seq);
        stock.setString(4, millis.toString());
        stock.setBytes(5, PAYLOAD);
        stock.setBytes(6, NOTHING);
        stock.executeUpdate();
        return this;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
