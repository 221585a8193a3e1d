package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.TestDatabase;
import org.patenbuch.database.DatabaseLogins;
import org.patenbuch.vault.Vault;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The sealer by itself, on a database of its own: killed, doubled, put back, and given what it must not sign. */
class SealingTest {
    private static final long ALL = Long.MAX_VALUE;
    private static final Vault NO_VAULT = new Vault("", "", Duration.ofSeconds(1));

    /** One database and one key for all tests; each has a partnership of its own. */
    @TempDir
    private static Path keys;

    private static DataSource database;
    private static DataSource owner;
    private static JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final String p = "p-" + UUID.randomUUID();

    @BeforeAll
    static void freshDatabase() {
        DatabaseLogins logins = TestDatabase.newDatabase();
        database = DataSourceBuilder.create()
                .url(logins.app().url())
                .username(logins.app().user())
                .password(logins.app().password())
                .build();
        owner = new DriverManagerDataSource(
                logins.owner().url(), logins.owner().user(), logins.owner().password());
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void closeDatabase() throws Exception {
        ((AutoCloseable) database).close();
    }

    private void record(String partnership, int from, int to) {
        jdbc.sql("""
                        INSERT INTO event (partnership, stream, seq, event_id, type, revision, recorded_at, payload, metadata)
                        SELECT :p, 'fund/' || :p, n, gen_random_uuid(), 'Happened', '1', timestamptz '2026-01-01',
                            convert_to('{"n":' || n || '}', 'UTF8'), '{}' FROM generate_series(:from, :to) n""")
                .param("p", partnership)
                .param("from", from)
                .param("to", to)
                .update();
    }

    private Sealing sealing(DataSource source, Path dataDir) {
        JdbcClient own = JdbcClient.create(source);
        Signer signer = new Signer(own, dataDir, NO_VAULT, "");
        Outside outside = new Outside(folder.resolve("outside"));
        Leaves leaves = new Leaves(own);
        return new Sealing(
                own,
                leaves,
                signer,
                new Guard(own, signer, outside, leaves),
                outside,
                new JdbcTransactionManager(source));
    }

    private Sealing sealing() {
        return sealing(database, keys);
    }

    /** Whatever has happened: numbers without gaps, and every root ever signed or published is that of the entries. */
    private void everythingFits(String partnership) throws Exception {
        List<byte[]> entries = jdbc.sql("SELECT entry FROM evidence.leaf WHERE partnership = ? ORDER BY no")
                .param(partnership)
                .query(byte[].class)
                .list();
        List<byte[]> roots = new ArrayList<>();
        Tree tree = new Tree();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(EntryLine.parse(entries.get(i)).no()).isEqualTo(i + 1);
            assertThat(EntryLine.parse(entries.get(i)).seq()).isEqualTo(i);
            tree.append(Sha256.leaf(entries.get(i)));
            roots.add(tree.root());
        }
        List<String> notes = new ArrayList<>(jdbc.sql("SELECT note FROM evidence.checkpoint WHERE partnership = ?")
                .param(partnership)
                .query(String.class)
                .list());
        Path published = folder.resolve("outside").resolve(partnership + ".txt");
        if (Files.exists(published)) {
            notes.add(Files.readString(published));
        }
        for (String note : notes) {
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(note).text());
            assertThat(checkpoint.root()).isEqualTo(roots.get((int) checkpoint.size() - 1));
        }
    }

    /** After each statement of a turn, and between commit and publication, {@code -Dkills=20} times each. */
    @Test
    void killed_after_any_of_its_statements_it_goes_on_where_it_ended() throws Exception {
        int times = Integer.getInteger("kills", 1);
        int next = 0;
        int points = 0;
        for (boolean ended = false; !ended; points++) {
            for (int time = 0; time < times && !ended; time++) {
                record(p, next, next + 299);
                next += 300;
                Killed killed = new Killed(database, points + 1);
                try {
                    sealing(killed, keys).turn(ALL);
                    ended = true; // there are no more statements than that
                } catch (RuntimeException dead) {
                    everythingFits(p);
                }
                sealing().turn(ALL);
                everythingFits(p);
            }
        }
        assertThat(points).as("statements at which it was killed").isGreaterThan(8);
        long size = jdbc.sql("SELECT max(size) FROM evidence.checkpoint")
                .query(Long.class)
                .single();
        assertThat(size).isEqualTo(next);
        assertThat(new StoredTree(jdbc, p).root(size)).isEqualTo(root(p));
    }

    private byte[] root(String partnership) {
        return Tree.root(jdbc.sql("SELECT hash FROM evidence.leaf WHERE partnership = ? ORDER BY no")
                .param(partnership)
                .query(byte[].class)
                .list());
    }

    @Test
    void two_sealers_at_once_seal_everything_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            record(p, round * 40, round * 40 + 39);
            record(p + "q", round * 10, round * 10 + 9);
            CompletableFuture.allOf(IntStream.range(0, 4)
                            .mapToObj(n ->
                                    CompletableFuture.runAsync(() -> sealing().turn(ALL)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        sealing().turn(ALL);

        everythingFits(p);
        everythingFits(p + "q");
        assertThat(new Leaves(jdbc).size(p)).isEqualTo(400);
        assertThat(new Leaves(jdbc).size(p + "q")).isEqualTo(100);
    }

    @Test
    void a_tree_of_many_levels_is_stored_whole_and_proves_any_entry() {
        int size = Integer.getInteger("entries", 1_300); // 66,000 for a third level
        record(p, 0, size - 1);
        Sealing sealing = sealing();
        while (sealing.turn(ALL) > 0) {}

        byte[] root = root(p);
        StoredTree tree = new StoredTree(jdbc, p);
        assertThat(tree.root(size)).isEqualTo(root);
        Proofs proofs = new Proofs(tree);
        byte[] leaf = Sha256.leaf(new Leaves(jdbc).entry(p, size / 2 + 1).orElseThrow());
        assertThat(Proofs.includes(root, size, size / 2, leaf, proofs.inclusion(size / 2, size)))
                .isTrue();
        assertThat(Proofs.extended(tree.root(size / 3), size / 3, root, size, proofs.consistency(size / 3, size)))
                .isTrue();
    }

    @Test
    void nothing_is_signed_when_the_database_is_older_than_what_lies_outside() throws Exception {
        record(p, 0, 9);
        sealing().turn(ALL);
        Path outside = folder.resolve("outside").resolve(p + ".txt");
        Checkpoint later = new Checkpoint("patenbuch/" + p, 12, new byte[32]);
        Files.writeString(outside, later.sign(key(keys)).toString());
        record(p, 10, 10);
        sealing().turn(ALL);

        assertThat(guard().refusal(p)).contains(Guard.Refused.OLDER);
        assertThat(newest()).isEqualTo(10);
        record(p, 11, 14);
        sealing().turn(ALL);
        assertThat(guard().refusal(p)).as("as many entries, but others").contains(Guard.Refused.DIFFERENT);
        assertThat(newest()).isEqualTo(10);

        Files.delete(outside);
        sealing().catchUp();
        assertThat(newest()).isEqualTo(15);
        everythingFits(p);
    }

    @Test
    void nothing_is_signed_when_what_lies_outside_is_not_ours_or_unreadable() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside")).resolve(p + ".txt");
        Files.writeString(outside, "hello");
        record(p, 0, 1);
        sealing().turn(ALL);
        assertThat(guard().refusal(p)).contains(Guard.Refused.UNKNOWN);
        Files.writeString(
                outside,
                new Checkpoint("patenbuch/" + p, 1, new byte[32])
                        .sign(SigningKey.random())
                        .toString());
        assertThat(guard().refusal(p)).contains(Guard.Refused.UNKNOWN);
        assertThat(newest()).isZero();
    }

    @Test
    void nothing_is_signed_with_another_key_than_before() throws Exception {
        record(p, 0, 1);
        sealing().turn(ALL);
        record(p, 2, 3);
        sealing(database, folder.resolve("elsewhere")).turn(ALL);

        assertThat(newest()).isEqualTo(2);
        sealing().catchUp();
        assertThat(newest()).isEqualTo(4);
    }

    @Test
    void what_was_sealed_can_be_neither_changed_nor_taken_away() {
        record(p, 0, 1);
        sealing().turn(ALL);
        JdbcClient everything = JdbcClient.create(owner);
        for (String table : new String[] {"leaf", "checkpoint", "signer"}) {
            assertThatThrownBy(() ->
                            everything.sql("DELETE FROM evidence." + table).update())
                    .hasStackTraceContaining("append-only");
            assertThatThrownBy(
                            () -> everything.sql("TRUNCATE evidence." + table).update())
                    .hasStackTraceContaining("append-only");
            assertThatThrownBy(() -> jdbc.sql("DELETE FROM evidence." + table).update())
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private Guard guard() {
        Signer signer = new Signer(jdbc, keys, NO_VAULT, "");
        return new Guard(jdbc, signer, new Outside(folder.resolve("outside")), new Leaves(jdbc));
    }

    private static SigningKey key(Path dataDir) {
        return SigningKey.readOrMake(dataDir.resolve("evidence.key"));
    }

    private long newest() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM evidence.checkpoint WHERE partnership = ?")
                .param(p)
                .query(Long.class)
                .single();
    }

    /** Gives connections of which, all together, the nth statement is the last: done at the server, and then cut off. */
    private static final class Killed extends AbstractDataSource {
        private final DataSource target;
        private final int last;
        private final AtomicInteger done = new AtomicInteger();

        Killed(DataSource target, int last) {
            this.target = target;
            this.last = last;
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = target.getConnection();
            return watched(Connection.class, connection, connection);
        }

        @Override
        public Connection getConnection(String user, String password) throws java.sql.SQLException {
            return getConnection();
        }

        private <T> T watched(Class<T> type, T real, Connection connection) {
            return type.cast(Proxy.newProxyInstance(
                    Killed.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                        try {
                            Object result = method.invoke(real, args);
                            boolean statement = method.getName().startsWith("execute");
                            if (statement || method.getName().equals("commit")) {
                                dieAfterTheLast(connection);
                            }
                            return result instanceof PreparedStatement prepared
                                    ? watched(PreparedStatement.class, prepared, connection)
                                    : result;
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }

        private void dieAfterTheLast(Connection connection) throws java.sql.SQLException {
            if (done.incrementAndGet() == last) {
                connection.abort(Runnable::run);
                throw new IllegalStateException("killed");
            }
        }
    }
}
