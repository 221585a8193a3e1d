package org.patenbuch.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the journal is guarded as it must be: the triggers that let nobody change it, commits that are on disk before
 * they are acknowledged, a role of the application that may add and nothing else. Looked at before the first command
 * and every minute; while anything is missing nothing is written.
 */
@Component
public class Safety implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Safety.class);

    private static final String TRIGGERS = """
            SELECT 'trigger ' || needed || ' is missing or off' FROM unnest(ARRAY[
                'event_is_append_only', 'event_is_never_emptied', 'entry_is_append_only', 'entry_is_never_emptied',
                'erased_is_append_only', 'erased_is_never_emptied', 'key_of_nobody_erased']) needed
            WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = needed AND tgenabled = 'A')""";
    private static final String SETTINGS = """
            SELECT 'setting ' || name || ' is ' || setting FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes') AND setting <> 'on'
               OR name = 'synchronous_commit' AND setting NOT IN ('on', 'remote_apply', 'remote_write')""";
    private static final String ROLE = """
            SELECT 'role ' || current_user || ' ' || what FROM (
                SELECT 'is a superuser' AS what FROM pg_roles WHERE rolname = current_user AND rolsuper
                UNION ALL
                SELECT 'owns the table ' || relname FROM pg_class
                WHERE oid IN ('event'::regclass, 'entry'::regclass) AND pg_has_role(current_user, relowner, 'USAGE')
                UNION ALL
                SELECT 'may ' || privilege || ' the table ' || t FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) privilege,
                    unnest(ARRAY['event', 'entry']) t WHERE has_table_privilege(current_user, t, privilege)) found""";

    private final JdbcClient jdbc;
    private volatile List<String> dangers = List.of();
    private volatile boolean running;

    Safety(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is missing, for operators; nothing as it should be. */
    public List<String> dangers() {
        return dangers;
    }

    /** @throws Unsafe while anything is missing */
    void require() {
        if (!dangers.isEmpty()) {
            throw new Unsafe();
        }
    }

    @Scheduled(
            fixedDelayString = "${patenbuch.safety.every:PT1M}",
            initialDelayString = "${patenbuch.safety.every:PT1M}")
    void look() {
        List<String> found = new ArrayList<>();
        for (String question : List.of(TRIGGERS, SETTINGS, ROLE)) {
            found.addAll(jdbc.sql(question).query(String.class).list());
        }
        if (!found.isEmpty() && !found.equals(dangers)) {
            log.error("The journal is not guarded as it must be; nothing is written while this is so: {}", found);
        }
        dangers = List.copyOf(found);
    }

    @Override
    public void start() {
        running = true;
        look();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything that sends commands. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Nothing is written while the journal is not guarded; a person who runs the server must put it right. */
    public static final class Unsafe extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsafe() {
            super("The journal is not guarded as it must be; nothing is written");
        }
    }
}
