package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a partnership's whole journal on the server, with the very program an auditor runs at home: a pack is written
 * and verified. One at a time for each partnership, whoever asks.
 */
@Component
class Verifications {
    private static final Logger log = LoggerFactory.getLogger(Verifications.class);
    private static final String BEGIN = """
            INSERT INTO evidence.verification (id, partnership, entries)
            SELECT :id, :p, :entries WHERE NOT EXISTS (
                SELECT FROM evidence.verification WHERE partnership = :p AND report IS NULL
                    AND moved_at > now() - interval '1 minute')""";
    private static final String NEWEST = """
            SELECT id, started_at, moved_at > now() - interval '1 minute' AS moving, entries, done, report
            FROM evidence.verification WHERE partnership = ? ORDER BY started_at DESC LIMIT 1""";
    private static final String MOVED =
            "UPDATE evidence.verification SET done = ?, moved_at = now() WHERE id = ? AND report IS NULL";
    private static final String END =
            "UPDATE evidence.verification SET done = entries, moved_at = now(), report = ? WHERE id = ?";

    /**
     * A check, under way or done.
     *
     * @param moving whether it goes on; false for one that was cut off
     * @param report null while it runs
     */
    record Run(
            UUID id,
            Instant startedAt,
            boolean moving,
            long entries,
            long done,
            @Nullable Report report) {}

    private final JdbcClient jdbc;
    private final Packs packs;
    private final Seals seals;
    private final JsonMapper json;

    Verifications(JdbcClient jdbc, Packs packs, Seals seals, JsonMapper json) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.seals = seals;
        this.json = json;
    }

    /** Begins one, unless one is under way. */
    void begin(String partnership) {
        UUID id = UUID.randomUUID();
        long entries = seals.current(partnership).map(Seals.Seal::size).orElse(0L);
        int begun = jdbc.sql(BEGIN)
                .param("id", id)
                .param("p", partnership)
                .param("entries", entries)
                .update();
        if (begun > 0) {
            Thread.ofVirtual().name("verification").start(() -> run(id, partnership));
        }
    }

    Optional<Run> newest(String partnership) {
        return jdbc.sql(NEWEST).param(partnership).query(this::run).optional();
    }

    private void run(UUID id, String partnership) {
        try {
            Path file = Files.createTempFile("patenbuch", ".zip");
            try {
                packs.write(partnership, Recipient.ALL, file).orElseThrow();
                Report report = Verifier.verify(file, new Verifier.Asked(null, null), done -> moved(id, done));
                jdbc.sql(END).params(json.writeValueAsString(report), id).update();
            } finally {
                Files.delete(file);
            }
        } catch (IOException | RuntimeException failed) {
            log.error("A check of the evidence was cut off", failed);
        }
    }

    private void moved(UUID id, long done) {
        jdbc.sql(MOVED).params(done, id).update();
    }

    private Run run(ResultSet row, int n) throws SQLException {
        String report = row.getString("report");
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("moving"),
                row.getLong("entries"),
                row.getLong("done"),
                report == null ? null : json.readValue(report, Report.class));
    }
}
