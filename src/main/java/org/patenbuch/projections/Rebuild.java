package org.patenbuch.projections;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Builds a view anew from the journal, beside the live one, compares the two, and switches. The live view answers all
 * the while: from the moment the new tables have caught up they hear every batch in the live view's own transaction, so
 * at any instant both say the same, and the switch is a change of names between two batches. A switch waits until
 * nobody reads a state from before that moment, since such a reader would find the new tables half full.
 */
@Component
public class Rebuild {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    /** @param target how far the live view has read */
    public record Progress(String view, long position, long target) {}

    private final ObjectProvider<View> views;
    private final Rebuilds rebuilds;
    private final Comparison comparison;
    private final DataSource dataSource;

    Rebuild(ObjectProvider<View> views, Rebuilds rebuilds, Comparison comparison, DataSource dataSource) {
        this.views = views;
        this.rebuilds = rebuilds;
        this.comparison = comparison;
        this.dataSource = dataSource;
    }

    /** All views there are. */
    public List<String> views() {
        return views.orderedStream().map(View::name).sorted().toList();
    }

    /** The rebuilds under way, on this node or another. */
    public List<Progress> underWay() {
        return rebuilds.all();
    }

    /**
     * Builds, compares and switches.
     *
     * @return what was different in the live view, which is right from now on
     * @throws AlreadyRunning if the view is being rebuilt by someone else
     */
    public Found run(String view, Consumer<Progress> progress) {
        return build(view, progress, true);
    }

    /** Builds aside, compares, and drops it again. */
    public Found compare(String view, Consumer<Progress> progress) {
        return build(view, progress, false);
    }

    private Found build(String name, Consumer<Progress> progress, boolean switching) {
        View view = views.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Connection claim = dataSource.getConnection()) {
            claim(claim, name);
            try {
                return claimed(view, progress, switching);
            } finally {
                rebuilds.drop(name);
                release(claim, name);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Found claimed(View view, Consumer<Progress> progress, boolean switching) {
        UUID run = UUID.randomUUID();
        rebuilds.begin(view.name(), run);
        long position = 0;
        for (long next = rebuilds.next(view, 0); next > position; next = rebuilds.next(view, position)) {
            position = next;
            rebuilds.all().stream()
                    .filter(one -> one.view().equals(view.name()))
                    .forEach(progress);
        }
        String since = rebuilds.follow(view, run, position);
        Found found = comparison.of(view.name());
        if (switching) {
            awaitNobodyBefore(since);
            rebuilds.switchOver(view.name(), run);
        }
        return found;
    }

    private void awaitNobodyBefore(String transaction) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rebuilds.seenBefore(transaction)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("A transaction has been open for too long, the view was not switched");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** A lock of this session: it ends with the process, and then nobody follows what it built. */
    private static void claim(Connection connection, String view) throws SQLException {
        if (!ask(connection, "SELECT pg_try_advisory_lock(aside_key(?))", view)) {
            throw new AlreadyRunning(view);
        }
    }

    private static void release(Connection connection, String view) throws SQLException {
        ask(connection, "SELECT pg_advisory_unlock(aside_key(?))", view);
    }

    private static boolean ask(Connection connection, String sql, String view) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, view);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Somebody else is at it; their progress can be asked for. */
    public static final class AlreadyRunning extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyRunning(String view) {
            super("The view " + view + " is being rebuilt already");
        }
    }

    /** The connection that held the claim was lost, and the live view went on without it. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp(String view) {
            super("The rebuild of " + view + " has been given up; start it again");
        }
    }
}
