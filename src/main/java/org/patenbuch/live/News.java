package org.patenbuch.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to where all views know each partnership. */
@Component
class News {
    private static final String LAST = """
            SELECT p, coalesce((SELECT max(position) FROM event WHERE partnership = p AND position <= read.position), 0)
            FROM unnest(string_to_array(:partnerships, ',')) AS p,
                (SELECT coalesce(min(position), 0) AS position FROM view_position
                 WHERE view = ANY (string_to_array(:views, ','))) AS read""";

    /** Much longer than views take; a view that stands still for a fault must not hold up the pages of the others. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Positions positions;
    private final List<String> views;

    News(JdbcClient jdbc, Positions positions, List<View> views) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.views = views.stream().map(View::name).toList();
    }

    /** @return the last position of each, 0 before the first */
    Map<String, Long> of(Collection<String> partnerships) {
        Map<String, Long> last = new HashMap<>();
        jdbc.sql(LAST)
                .param("partnerships", String.join(",", partnerships))
                .param("views", String.join(",", views))
                .query((row, n) -> last.put(row.getString(1), row.getLong(2)))
                .list();
        return last;
    }

    long of(String partnership) {
        return of(List.of(partnership)).getOrDefault(partnership, 0L);
    }

    /** Waits until all views have read as far as this, {@link #PATIENCE} at most. */
    void await(long position) {
        positions.reached(views, position, PATIENCE);
    }
}
