package org.patenbuch.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores and reads events: Axon's storage engine over the one table {@code event}. Written in place of the stock JDBC
 * engine, which loses committed events for its readers when a transaction stays open or an event is back-dated; here
 * readers go no further than the {@link Horizon}. A command's events and its name go in with one statement.
 */
@Component
public class Journal implements EventStorageEngine {
    static final int TRACKED_BATCH = 2_000;

    private static final String COLUMNS =
            "position, partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata";
    private static final String STREAM =
            "SELECT " + COLUMNS + " FROM event WHERE partnership = ? AND stream = ? AND seq >= ? ORDER BY seq";
    private static final String ONWARD =
            "SELECT " + COLUMNS + " FROM event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";
    private static final String OF_PARTNERSHIP = "SELECT " + COLUMNS
            + " FROM event WHERE partnership = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?";

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Horizon horizon;
    private final Append append;
    private final Snapshots snapshots;
    private final Tide tide;

    Journal(JdbcClient jdbc, EventCodec codec, Horizon horizon, Append append, Snapshots snapshots, Tide tide) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.horizon = horizon;
        this.append = append;
        this.snapshots = snapshots;
        this.tide = tide;
    }

    /** Events of one partnership, for those who read the journal itself: after a position, in order, up to the horizon. */
    public List<Entry> after(long position, int limit) {
        return between(position, horizon.advance(), limit);
    }

    /**
     * One partnership's events in order, one after another: never more than a batch in memory.
     *
     * @param upTo a position that a view has read, so that nothing before it can still change
     */
    public void each(String partnership, long upTo, Consumer<Entry> reader) {
        List<Entry> batch = of(partnership, 0, upTo);
        while (!batch.isEmpty()) {
            batch.forEach(reader);
            batch = of(partnership, batch.getLast().position(), upTo);
        }
    }

    private List<Entry> of(String partnership, long after, long upTo) {
        return jdbc.sql(OF_PARTNERSHIP)
                .params(partnership, after, upTo, TRACKED_BATCH)
                .query((row, n) -> Entry.of(row, codec))
                .list();
    }

    /**
     * @param safe a position proven complete: at most the horizon, or what a view has read
     * @return what can be read of it; empty only if there is nothing
     */
    public List<Entry> between(long position, long safe, int limit) {
        return jdbc.sql(ONWARD).params(position, safe, limit).query(this::readable);
    }

    /** Up to the first entry that cannot be read. That one is met again as the first of the next reading, and fails it. */
    private List<Entry> readable(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try {
            while (rows.next()) {
                entries.add(Entry.of(rows, codec));
            }
        } catch (EventCodec.UnknownFact unknown) {
            if (entries.isEmpty()) {
                throw unknown;
            }
        }
        return entries;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        Naming naming = CurrentUnitOfWork.map(unit -> (Naming) unit.root().getResource(Naming.RESOURCE))
                .orElse(null);
        try {
            Optional<Long> position = append.append(events, naming);
            if (position.isEmpty()) {
                throw new ConcurrencyException("The same command was recorded a moment ago: " + naming);
            }
            CurrentUnitOfWork.ifStarted(unit -> {
                unit.root().resources().put(Naming.POSITION, position.get());
                unit.root().afterCommit(committed -> tide.somethingWasCommitted());
            });
        } catch (DuplicateKeyException conflict) {
            throw new ConcurrencyException("Someone else wrote to the same stream a moment ago", conflict);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        StreamName name = StreamName.parse(aggregateIdentifier);
        List<DomainEventMessage<?>> events = new ArrayList<>(jdbc.sql(STREAM)
                .params(name.partnership(), name.path(), firstSequenceNumber)
                .query((row, n) -> new EntryMessage(Entry.of(row, codec)))
                .list());
        return DomainEventStream.of(events);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long start = position(token);
        return Stream.iterate(after(start, TRACKED_BATCH), batch -> !batch.isEmpty(), this::onward)
                .flatMap(List::stream)
                .map(EntryMessage::new);
    }

    private List<Entry> onward(List<Entry> batch) {
        return after(batch.getLast().position(), TRACKED_BATCH);
    }

    /** The position a token stands for; 0 for none. */
    public static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        StreamName name = StreamName.parse(aggregateIdentifier);
        return jdbc.sql("SELECT max(seq) FROM event WHERE partnership = ? AND stream = ?")
                .params(name.partnership(), name.path())
                .query(Long.class)
                .optional();
    }

    @Override
    public TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        long head = horizon.advance();
        return head == 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        Long before = jdbc.sql("SELECT min(position) - 1 FROM event WHERE recorded_at >= ?")
                .param(java.sql.Timestamp.from(instant))
                .query(Long.class)
                .single();
        return before == null ? createHeadToken() : new GlobalSequenceTrackingToken(before);
    }
}
