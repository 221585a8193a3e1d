package org.patenbuch.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogin;
import org.patenbuch.eventstore.Reading.Seen;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each trap of following a table of events, one by one: the real reading avoids it, and a usual one falls in. */
class HorizonTest {
    private static final Instant NOW = Instant.now();
    private static final Instant LONG_AGO = NOW.minusSeconds(3_600);
    /** Looks as the horizon does and then draws: a look that is not below the draw was one into the future. */
    private static final String LOOK_AND_DRAW = """
            CREATE FUNCTION look_and_draw(times integer) RETURNS bigint LANGUAGE plpgsql AS $$
            DECLARE
                wrong bigint := 0;
                seen bigint;
            BEGIN
                FOR i IN 1..times LOOP
                    EXECUTE '%s' INTO seen;
                    IF nextval('journal_position') <= seen THEN wrong := wrong + 1; END IF;
                END LOOP;
                RETURN wrong;
            END $$""".formatted(Horizon.LAST_DRAWN.replace("'", "''"));

    private static Node node;
    private static DatabaseLogin login;
    private static DatabaseLogin owner;
    private static long streams;

    private LateWriter slow;
    private LateWriter quick;
    private Reading ours;
    private String stream;

    @BeforeAll
    static void start() throws SQLException {
        var database = TestDatabase.newDatabase();
        login = database.app();
        owner = database.owner();
        node = Node.start(database);
        StockReading.createTables(database);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void open() throws SQLException {
        slow = new LateWriter(login);
        quick = new LateWriter(login);
        ours = new OurReading(node);
        ours.look();
        stream = "p/test/" + ++streams;
    }

    @AfterEach
    void close() throws SQLException {
        slow.close();
        quick.close();
        ours.close();
    }

    @Test
    void waits_for_an_earlier_position_that_is_still_open() throws SQLException {
        try (Reading cursor = new WrongReadings.Cursor(LateWriter.connect(login));
                Reading stock = new StockReading(node)) {
            slow.append(stream, 0, NOW);
            quick.append(stream + "-neighbour", 0, LONG_AGO).commit();
            look(ours, cursor, stock);
            slow.commit();
            look(ours, cursor, stock);

            assertThat(of(stream, ours)).hasSize(1);
            assertThat(of(stream, cursor)).as("a plain cursor loses it").isEmpty();
            assertThat(of(stream, stock)).as("the stock engine loses it").isEmpty();
        }
    }

    @Test
    void waits_for_an_open_position_with_nothing_beside_it() throws SQLException {
        boolean fellIn = false;
        for (int attempt = 0; attempt < 20 && !fellIn; attempt++) { // any other transaction hides the trap
            String lone = stream + "-" + attempt;
            try (Reading wrong = new WrongReadings.MarkBySnapshotEnd(LateWriter.connect(login))) {
                slow.append(lone, 0, NOW);
                look(wrong, ours);
                slow.commit();
                look(wrong, ours);
                assertThat(of(lone, ours)).hasSize(1);
                fellIn = of(lone, wrong).isEmpty();
            }
        }
        assertThat(fellIn).as("a mark by the end of the snapshot loses it").isTrue();
    }

    @Test
    void waits_for_a_position_drawn_while_a_mark_was_made() throws SQLException {
        Runnable meanwhile = () -> {
            try {
                slow.append(stream, 0, NOW);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        Runnable[] once = {meanwhile};
        try (Reading wrong = new WrongReadings.MarkByOlderTransaction(LateWriter.connect(login), () -> {
            once[0].run();
            once[0] = () -> {};
        })) {
            look(wrong, ours);
            slow.commit();
            look(wrong, ours);

            assertThat(of(stream, ours)).hasSize(1);
            assertThat(of(stream, wrong)).as("a mark with an older id loses it").isEmpty();
        }
    }

    @Test
    void keeps_the_order_of_a_stream_where_a_later_writer_took_its_id_early() throws SQLException {
        try (Reading wrong = new WrongReadings.TransactionOrder(LateWriter.connect(login))) {
            slow.takeId();
            quick.append(stream, 0, NOW).commit();
            slow.append(stream, 1, NOW).commit();
            look(ours, wrong);

            assertThat(of(stream, ours)).extracting(Seen::seq).containsExactly(0L, 1L);
            assertThat(of(stream, wrong))
                    .as("the order of transaction ids swaps them")
                    .extracting(Seen::seq)
                    .containsExactly(1L, 0L);
        }
    }

    @Test
    void takes_no_position_for_drawn_that_was_not() throws SQLException, InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        try (Connection looker = LateWriter.connect(owner);
                Connection drawer = LateWriter.connect(owner)) {
            Thread drawing = Thread.startVirtualThread(() -> draw(drawer, enough));
            try (var statement = looker.createStatement()) {
                statement.execute(LOOK_AND_DRAW);
                ResultSet wrong = statement.executeQuery("SELECT look_and_draw(200000)");
                wrong.next();
                assertThat(wrong.getLong(1)).as("looks into the future").isZero();
            } finally {
                enough.set(true);
                drawing.join();
            }
        }
    }

    private static void draw(Connection connection, AtomicBoolean enough) {
        try (var statement = connection.createStatement()) {
            while (!enough.get()) {
                statement.execute("SELECT count(nextval('journal_position')) FROM generate_series(1, 1000)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void goes_on_past_what_was_rolled_back() throws SQLException {
        slow.append(stream, 0, NOW).rollback();
        quick.append(stream, 0, NOW).commit();

        look(ours);

        assertThat(of(stream, ours)).hasSize(1);
    }

    @Test
    void is_not_fooled_by_the_old_id_of_whoever_asks() throws SQLException {
        Horizon horizon = new Horizon(node.jdbc(), node.bean(PlatformTransactionManager.class));
        long before = horizon.advance();
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            node.jdbc()
                    .sql("SELECT pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
            try {
                slow.append(stream, 0, NOW);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(horizon.advance()).isEqualTo(before);
        });
        assertThat(horizon.advance()).isEqualTo(before);
        slow.commit();
        assertThat(horizon.advance()).isGreaterThan(before);
    }

    @Test
    void trusts_nothing_of_before_a_restart() throws SQLException {
        slow.append(stream, 0, NOW);
        quick.append(stream + "-neighbour", 0, NOW).commit();

        Horizon restarted = new Horizon(node.jdbc(), node.bean(PlatformTransactionManager.class));

        assertThat(restarted.advance()).isZero();
        slow.commit();
        assertThat(restarted.advance()).isPositive();
    }

    /** Whoever asks moves the horizon on, an export for instance; the views must hear of it all the same. */
    @Test
    void readers_are_told_also_of_what_others_have_found_complete() throws Exception {
        Horizon horizon = node.bean(Horizon.class);
        var told = new AtomicInteger();
        try (var _ = node.bean(Tide.class).whenMoved(told::incrementAndGet)) {
            for (int seq = 0; seq < 10; seq++) {
                int before = told.get();
                long safe = horizon.safe();
                quick.append(stream, seq, NOW).commit();
                while (horizon.advance() == safe) Thread.onSpinWait(); // sooner than the tide
                await().until(() -> told.get() > before);
            }
        }
    }

    private static void look(Reading... readings) throws SQLException {
        for (int turn = 0; turn < 3; turn++) {
            for (Reading reading : readings) {
                reading.look();
            }
        }
    }

    private static List<Seen> of(String stream, Reading reading) {
        return reading.seen().stream()
                .filter(event -> event.stream().equals(stream))
                .toList();
    }
}
