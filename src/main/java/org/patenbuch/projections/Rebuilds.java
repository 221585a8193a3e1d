package org.patenbuch.projections;

import java.util.List;
import java.util.UUID;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.eventstore.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What rebuilds have written down: how far each is, and whether the live view's batches are heard aside too. */
@Component
class Rebuilds {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Positions positions;
    private final Aside aside;
    private final TransactionTemplate transaction;

    Rebuilds(
            JdbcClient jdbc,
            Journal journal,
            Positions positions,
            Aside aside,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.positions = positions;
        this.aside = aside;
        transaction = new TransactionTemplate(transactions);
    }

    /** Asked first in every transaction of a live view: the answer holds until that transaction ends. */
    boolean followed(String view) {
        return jdbc.sql("SELECT aside_followed(?)")
                .param(view)
                .query(Boolean.class)
                .single();
    }

    void hearAside(View view, List<Entry> batch) {
        aside.in(view.name(), () -> view.hear(batch));
        moved(view.name(), batch.getLast().position(), batch.getLast().position());
    }

    List<Rebuild.Progress> all() {
        return jdbc.sql("SELECT view, position, target FROM view_rebuild ORDER BY view")
                .query((row, n) -> new Rebuild.Progress(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    void begin(String view, UUID run) {
        jdbc.sql("SELECT aside_prepare(?)").param(view).query((row, n) -> "").single();
        jdbc.sql("INSERT INTO view_rebuild (view, run) VALUES (?, ?)")
                .params(view, run)
                .update();
    }

    /**
     * Hears one batch of what the live view has heard.
     *
     * @param position how far it has been heard aside
     * @return how far it has now; the same if there is no more
     */
    long next(View view, long position) {
        return transaction.execute(status -> {
            long live = positions.of(view.name()).position();
            long heard = hear(view, position, live);
            if (heard > position) {
                moved(view.name(), heard, live);
            }
            return heard;
        });
    }

    /**
     * Holds the live view between two batches, hears what is left, and has every later batch heard aside too.
     *
     * @return the transaction in which that became so; whoever sees it sees both alike
     */
    String follow(View view, UUID run, long position) {
        return transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(aside_gate(?))")
                    .param(view.name())
                    .query((row, n) -> "")
                    .single();
            long live = positions.of(view.name()).position();
            long heard = position;
            for (long next = hear(view, heard, live); next > heard; next = hear(view, heard, live)) {
                heard = next;
            }
            int mine = jdbc.sql("UPDATE view_rebuild SET following = true, position = ?, target = ?"
                            + " WHERE view = ? AND run = ?")
                    .params(live, live, view.name(), run)
                    .update();
            if (mine == 0) {
                throw new Rebuild.GivenUp(view.name());
            }
            return jdbc.sql("SELECT pg_current_xact_id()::xid::text")
                    .query(String.class)
                    .single();
        });
    }

    /** Whether anyone still sees a state from before that transaction. */
    boolean seenBefore(String transaction) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                               WHERE datname = current_database() AND usename = current_user
                                 AND age(backend_xmin) >= age(?::xid) AND pid <> pg_backend_pid())""").param(transaction).query(Boolean.class).single();
    }

    void switchOver(String view, UUID run) {
        jdbc.sql("SELECT aside_switch(?, ?)")
                .params(view, run)
                .query((row, n) -> "")
                .single();
    }

    void drop(String view) {
        jdbc.sql("SELECT aside_drop(?)").param(view).query((row, n) -> "").single();
    }

    private void moved(String view, long position, long target) {
        jdbc.sql("UPDATE view_rebuild SET position = ?, target = ? WHERE view = ?")
                .params(position, target, view)
                .update();
    }

    /**
     * One batch, no further than the live view has read: that is proven complete, while this process' own horizon may
     * still lie behind it.
     */
    private long hear(View view, long position, long live) {
        List<Entry> batch = journal.between(position, live, BATCH);
        if (batch.isEmpty()) {
            return position;
        }
        aside.in(view.name(), () -> view.hear(batch));
        return batch.getLast().position();
    }
}
