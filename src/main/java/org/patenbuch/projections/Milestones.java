package org.patenbuch.projections;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the position that an instant stands for without reading the whole journal. Clocks of several nodes differ, so
 * the times of recording need not grow with the positions; but the latest time up to a position does. Every few thousand
 * events of a partnership that is written down, once, by whoever asks first.
 */
@Component
class Milestones {
    private static final int APART = 4_096;

    private static final String LAST = """
            SELECT position, latest FROM milestone WHERE partnership = ? ORDER BY position DESC LIMIT 1""";
    private static final String NEXT = """
            SELECT count(*), max(position), max(recorded_at)
            FROM (SELECT position, recorded_at FROM event
                  WHERE partnership = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?) e""";
    private static final String ADD = """
            INSERT INTO milestone (partnership, position, latest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String BEFORE = """
            SELECT position FROM milestone WHERE partnership = ? AND latest <= ?
            ORDER BY latest DESC, position DESC LIMIT 1""";
    private static final String FIRST_AFTER = """
            SELECT position FROM event WHERE partnership = ? AND position > ? AND recorded_at > ?
            ORDER BY position LIMIT 1""";

    private record Stone(long position, @Nullable OffsetDateTime latest) {}

    private record Stretch(long events, Stone end) {}

    private final JdbcClient jdbc;

    Milestones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first event of the partnership that was recorded later; empty if none was.
     *
     * @param complete a position that can no longer change
     */
    Optional<Long> firstAfter(Instant instant, String partnership, long complete) {
        extend(partnership, complete);
        OffsetDateTime time = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        long before = jdbc.sql(BEFORE)
                .params(partnership, time)
                .query(Long.class)
                .optional()
                .orElse(0L);
        return jdbc.sql(FIRST_AFTER)
                .params(partnership, before, time)
                .query(Long.class)
                .optional();
    }

    private void extend(String partnership, long complete) {
        Stone last = jdbc.sql(LAST)
                .param(partnership)
                .query((row, n) -> new Stone(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                .optional()
                .orElse(new Stone(0, null));
        for (Stretch next = next(partnership, last, complete);
                next.events() == APART;
                next = next(partnership, last, complete)) {
            last = new Stone(
                    next.end().position(), later(last.latest(), next.end().latest()));
            jdbc.sql(ADD).params(partnership, last.position(), last.latest()).update();
        }
    }

    private Stretch next(String partnership, Stone last, long complete) {
        return jdbc.sql(NEXT)
                .params(partnership, last.position(), complete, APART)
                .query((row, n) ->
                        new Stretch(row.getLong(1), new Stone(row.getLong(2), row.getObject(3, OffsetDateTime.class))))
                .single();
    }

    private static @Nullable OffsetDateTime later(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
