package org.patenbuch.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints that an authority outside has stamped. */
@Component
class Stamped {
    private static final String NEWEST = """
            SELECT t.size, t.response, t.authority, t.stamped_at, c.note
            FROM evidence.timestamp t JOIN evidence.checkpoint c USING (partnership, size)
            WHERE t.partnership = ? ORDER BY t.size DESC LIMIT 1""";

    /**
     * @param note the checkpoint, exactly the text whose SHA-256 was stamped
     * @param response of the authority, byte for byte
     */
    record Stamp(long size, String note, byte[] response, String authority, Instant at) {}

    private final JdbcClient jdbc;

    Stamped(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stamp> newest(String partnership) {
        return jdbc.sql(NEWEST)
                .param(partnership)
                .query((row, n) -> new Stamp(
                        row.getLong("size"),
                        row.getString("note"),
                        row.getBytes("response"),
                        row.getString("authority"),
                        row.getObject("stamped_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
