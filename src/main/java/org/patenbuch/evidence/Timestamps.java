package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.evidence.TimestampAuthority.Stamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Has the newest checkpoint of each partnership stamped by an authority outside, at most once in a while: what it holds
 * existed before that time, whoever has the database and the key. Only where settings name an authority.
 */
class Timestamps {
    private static final Logger log = LoggerFactory.getLogger(Timestamps.class);
    private static final String DUE = """
            SELECT c.partnership, c.size, c.note
            FROM (SELECT DISTINCT ON (partnership) partnership, size, note FROM evidence.checkpoint
                WHERE ?::text IS NULL OR partnership = ?
                ORDER BY partnership, size DESC) c
            WHERE NOT EXISTS (SELECT FROM evidence.timestamp t
                WHERE t.partnership = c.partnership AND (t.size >= c.size OR t.stamped_at > ?))
            ORDER BY 1""";
    private static final String KEEP = """
            INSERT INTO evidence.timestamp (partnership, size, response, authority, stamped_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private record Due(String partnership, long size, String note) {}

    private final TimestampAuthority authority;
    private final Duration every;
    private final JdbcClient jdbc;
    private final Clock clock;

    Timestamps(TimestampAuthority authority, Duration every, JdbcClient jdbc, Clock clock) {
        this.authority = authority;
        this.every = every;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that fails is told in the log and asked for again next time; the others do not wait for it. */
    @Scheduled(
            initialDelayString = "${patenbuch.evidence.timestamp.look:PT10M}",
            fixedDelayString = "${patenbuch.evidence.timestamp.look:PT10M}")
    void stampWhatIsDue() {
        stampWhatIsDue(null);
    }

    /** @param partnership null for all */
    void stampWhatIsDue(@Nullable String partnership) {
        OffsetDateTime since = clock.instant().minus(every).atOffset(ZoneOffset.UTC);
        List<Due> due = jdbc.sql(DUE)
                .params(partnership, partnership, since)
                .query((row, n) -> new Due(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
        for (Due one : due) {
            try {
                keep(one, authority.stamp(one.note().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failed) {
                log.warn("No timestamp for {} up to entry {}", one.partnership(), one.size(), failed);
            }
        }
    }

    private void keep(Due due, Stamp stamp) {
        jdbc.sql(KEEP)
                .params(
                        due.partnership(),
                        due.size(),
                        stamp.response(),
                        stamp.authority(),
                        stamp.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
