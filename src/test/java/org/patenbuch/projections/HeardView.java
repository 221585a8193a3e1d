package org.patenbuch.projections;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.eventstore.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A view of tests: every event in the order heard, and a sum that shows any event missed or heard twice. */
public class HeardView implements View {
    public static final String NAME = "heard";

    private final JdbcClient jdbc;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int heard;

    public HeardView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static void createTables(DatabaseLogins database) {
        DatabaseLogin owner = database.owner();
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
        for (String statement : List.of(
                "CREATE SCHEMA heard",
                "CREATE TABLE heard.event (nth bigint GENERATED ALWAYS AS IDENTITY, position bigint, event_id uuid)",
                "CREATE TABLE heard.total (events bigint NOT NULL)",
                "INSERT INTO heard.total VALUES (0)",
                "GRANT USAGE ON SCHEMA heard TO PUBLIC",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA heard TO PUBLIC")) {
            jdbc.sql(statement).update();
        }
    }

    /** The next times it writes its rows and then fails. */
    public void failNext(int times) {
        failures.set(times);
    }

    public int stillToFail() {
        return failures.get();
    }

    /** How many events this instance was given, also in vain. */
    public int given() {
        return heard;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void hear(List<Entry> batch) {
        heard += batch.size();
        Long[] positions = batch.stream().map(Entry::position).toArray(Long[]::new);
        String[] ids = batch.stream().map(Entry::eventId).toArray(String[]::new);
        jdbc.sql("INSERT INTO heard.event (position, event_id) SELECT * FROM unnest(?::bigint[], ?::uuid[])")
                .params(positions, ids)
                .update();
        jdbc.sql("UPDATE heard.total SET events = events + ?")
                .param(batch.size())
                .update();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the view fails after its rows are written, as the test asked");
        }
    }

    public List<Long> positions() {
        return jdbc.sql("SELECT position FROM heard.event ORDER BY nth")
                .query(Long.class)
                .list();
    }

    public long total() {
        return jdbc.sql("SELECT events FROM heard.total").query(Long.class).single();
    }
}
