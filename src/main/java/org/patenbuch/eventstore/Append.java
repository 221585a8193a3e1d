package org.patenbuch.eventstore;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one statement that writes to the journal: events, and the name of the command that made them, or neither. */
@Component
class Append {
    private static final String ROW = "(?, ?, ?, ?::uuid, ?, ?, ?, ?, ?)";
    private static final String EVENTS =
            "INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata) VALUES ";
    private static final String UNNAMED = "WITH e AS (%s RETURNING position) SELECT max(position) FROM e";
    private static final String NAMED = """
            WITH e AS (%s RETURNING position)
            INSERT INTO entry (partnership, kind, id, fingerprint, stream, position)
            SELECT ?, ?, ?, ?, ?, max(position) FROM e
            ON CONFLICT DO NOTHING RETURNING position""";

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final SecureRandom random = new SecureRandom();

    Append(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
    }

    /** @return the position of the last event, or empty if the command's name was taken a moment ago */
    Optional<Long> append(List<? extends EventMessage<?>> events, @Nullable Naming naming) {
        String rows = EVENTS + String.join(", ", Collections.nCopies(events.size(), ROW));
        var statement = jdbc.sql((naming == null ? UNNAMED : NAMED).formatted(rows));
        for (EventMessage<?> event : events) {
            statement = row(statement, (DomainEventMessage<?>) event);
        }
        if (naming != null) {
            statement = statement
                    .param(naming.partnership())
                    .param(naming.kind())
                    .param(naming.id())
                    .param(naming.fingerprint())
                    .param(naming.stream());
        }
        return statement.query(Long.class).optional();
    }

    private JdbcClient.StatementSpec row(JdbcClient.StatementSpec statement, DomainEventMessage<?> message) {
        StreamName stream = StreamName.parse(message.getAggregateIdentifier());
        LedgerEvent event = (LedgerEvent) message.getPayload();
        return statement
                .param(stream.partnership())
                .param(stream.path())
                .param(message.getSequenceNumber())
                .param(message.getIdentifier())
                .param(event.getClass().getSimpleName())
                .param(event.revision())
                .param(message.getTimestamp().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param(codec.write(event, message.getIdentifier()))
                .param(codec.writeMetadata(withNonce(message)));
    }

    /** 128 random bits, so that the hash of the metadata says nothing about its content. */
    private Map<String, String> withNonce(EventMessage<?> message) {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        Map<String, String> metadata = new TreeMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, (String) value));
        metadata.put("nonce", HexFormat.of().formatHex(nonce));
        return metadata;
    }
}
