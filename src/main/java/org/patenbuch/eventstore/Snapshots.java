package org.patenbuch.eventstore;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last known state of long streams: a cache. A state of another shape (class or {@link Revision}) is not read. */
@Component
class Snapshots {
    private static final String STORE = """
            INSERT INTO snapshot (partnership, stream, seq, shape, state) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (partnership, stream) DO UPDATE SET seq = excluded.seq, shape = excluded.shape, state = excluded.state
            WHERE snapshot.seq < excluded.seq OR snapshot.shape <> excluded.shape""";
    private static final String READ = "SELECT seq, shape, state FROM snapshot WHERE partnership = ? AND stream = ?";

    private record Stored(long seq, String shape, byte[] state) {}

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final SnapshotShapes shapes;

    Snapshots(JdbcClient jdbc, EventCodec codec, SnapshotShapes shapes) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.shapes = shapes;
    }

    void store(DomainEventMessage<?> snapshot) {
        StreamName name = StreamName.parse(snapshot.getAggregateIdentifier());
        Object state = snapshot.getPayload();
        jdbc.sql(STORE)
                .params(
                        name.partnership(),
                        name.path(),
                        snapshot.getSequenceNumber(),
                        SnapshotShapes.shape(state.getClass()),
                        codec.writeState(state))
                .update();
    }

    Optional<DomainEventMessage<?>> read(String stream) {
        StreamName name = StreamName.parse(stream);
        Class<?> type = shapes.ofStreamType(name.type());
        if (type == null) {
            return Optional.empty();
        }
        List<DomainEventMessage<?>> found = jdbc
                .sql(READ)
                .params(name.partnership(), name.path())
                .query((row, n) -> new Stored(row.getLong("seq"), row.getString("shape"), row.getBytes("state")))
                .stream()
                .filter(stored -> stored.shape().equals(SnapshotShapes.shape(type)))
                .<DomainEventMessage<?>>map(
                        stored -> message(name, stored.seq(), codec.readState(stored.state(), type)))
                .toList();
        return found.stream().findFirst();
    }

    private static DomainEventMessage<?> message(StreamName name, long seq, Object state) {
        return new GenericDomainEventMessage<>(name.type(), name.full(), seq, state);
    }
}
