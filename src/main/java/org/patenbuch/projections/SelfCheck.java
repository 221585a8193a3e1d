package org.patenbuch.projections;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rebuilds every view aside, compares it with the live one, makes all {@link Check}s, and keeps what was found. */
@Component
public class SelfCheck {
    private static final String KEEP = """
            INSERT INTO self_check (run, name, checked_at, position, looked_at, different, findings)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String LAST = """
            SELECT DISTINCT ON (name) name, checked_at, position, looked_at, different, findings
            FROM self_check ORDER BY name, id DESC""";

    /** What was found last, and when. */
    public record Checked(Instant checkedAt, Found found) {}

    private final Rebuild rebuild;
    private final ObjectProvider<Check> checks;
    private final JdbcClient jdbc;
    private final Clock clock;

    SelfCheck(Rebuild rebuild, ObjectProvider<Check> checks, JdbcClient jdbc, Clock clock) {
        this.rebuild = rebuild;
        this.checks = checks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Found> run(Consumer<Rebuild.Progress> progress) {
        UUID run = UUID.randomUUID();
        List<Found> all = new ArrayList<>();
        for (String view : rebuild.views()) {
            all.add(kept(run, rebuild.compare(view, progress)));
        }
        checks.orderedStream().forEach(check -> all.add(kept(run, check.look())));
        return all;
    }

    /** The last result for each view and check. */
    public List<Checked> last() {
        return jdbc.sql(LAST)
                .query((row, n) -> new Checked(
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        new Found(
                                row.getString(1),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                Arrays.stream(row.getString(6).split("\n"))
                                        .filter(line -> !line.isEmpty())
                                        .toList())))
                .list();
    }

    private Found kept(UUID run, Found found) {
        jdbc.sql(KEEP)
                .params(
                        run,
                        found.name(),
                        OffsetDateTime.now(clock),
                        found.position(),
                        found.lookedAt(),
                        found.different(),
                        String.join("\n", found.findings()))
                .update();
        return found;
    }
}
