package org.patenbuch.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patenbuch.projections.Rebuild;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far every reader of the journal is behind: the views, and what seals it. Down when one has left an entry lying for
 * longer than {@link #PATIENCE}: then answers are old, and whoever waits for them should know.
 */
@Component("viewsHealthIndicator")
class ViewsHealth implements HealthIndicator {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String FIRST_UNREAD = """
            SELECT recorded_at FROM event
            WHERE position > coalesce((SELECT position FROM view_position WHERE view = ?), 0) ORDER BY position LIMIT 1""";
    private static final String FIRST_UNSEALED = """
            SELECT recorded_at FROM event
            WHERE position > coalesce((SELECT max(position) FROM evidence.leaf), 0) ORDER BY position LIMIT 1""";

    private final JdbcClient jdbc;
    private final Rebuild rebuild;
    private final Clock clock;

    ViewsHealth(JdbcClient jdbc, Rebuild rebuild, Clock clock) {
        this.jdbc = jdbc;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Map<String, Long> behind = new TreeMap<>();
        rebuild.views()
                .forEach(view -> behind.put(view, behind(jdbc.sql(FIRST_UNREAD).param(view))));
        behind.put("evidence", behind(jdbc.sql(FIRST_UNSEALED)));
        boolean late = behind.values().stream().anyMatch(seconds -> seconds > PATIENCE.toSeconds());
        return (late ? Health.down() : Health.up())
                .withDetail("secondsBehind", behind)
                .build();
    }

    private long behind(JdbcClient.StatementSpec firstLeft) {
        Optional<Instant> recorded = firstLeft
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
        return recorded.map(
                        at -> Math.max(0, Duration.between(at, clock.instant()).toSeconds()))
                .orElse(0L);
    }
}
