package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Someone who owns the database, with the guards off, changes what is stored: the next pack tells, and names the first
 * bad entry. Each change is made in a transaction of the owner's, a pack is written out of that very transaction, and
 * all is taken back. {@code -Dtamperings=2000} for the full run.
 */
class TamperingTest extends LedgerTest {
    private static final int HOW_MANY = Integer.getInteger("tamperings", 24);
    private static final int ENTRIES = 300;
    private static final String EVENT = "event e SET %s FROM evidence.leaf l WHERE l.position = e.position"
            + " AND l.partnership = :p AND l.no = :no";
    private static final String LEAF = "evidence.leaf SET %s WHERE partnership = :p AND no = :no";

    @Autowired
    private Environment settings;

    @Autowired
    private Signer signer;

    @Autowired
    private Seals seals;

    @Autowired
    private SealedViews views;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private Random random;
    private JdbcClient owner;

    /** The size of the newest checkpoint but one. */
    private long older;

    /** What was done, and the first bad entry; null where none can be named. */
    private record Tampering(String sql, @Nullable Long firstBad) {}

    @Test
    void every_tampering_with_stored_rows_is_found_and_no_clean_pack_is_doubted() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("tamperings with -Dseed=" + seed);
        random = new Random(seed);
        Books.of(partnership).forEach(this::send);
        for (long n = seals.current(partnership).orElseThrow().size(); n < ENTRIES; n++) {
            send(Samples.visit(partnership, "V-1", "Y-" + n, 6 + (int) n / 28, (int) n));
        }
        Seals.Seal seal = seals.current(partnership).orElseThrow();
        assertThat(seal.size()).isEqualTo(ENTRIES);
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            older = owner.sql("SELECT max(size) FROM evidence.checkpoint WHERE partnership = ? AND size < ?")
                    .params(partnership, ENTRIES)
                    .query(Long.class)
                    .single();
            for (int i = 0; i < HOW_MANY; i++) {
                tamper(connection, i);
                assertThat(report().findings()).as("clean run " + i).isEmpty();
                connection.rollback();
            }
        }
    }

    private void tamper(Connection connection, int i) throws IOException, SQLException {
        Map<String, Tampering> ways = ways(2 + random.nextInt(ENTRIES - 4));
        String way = ways.keySet().stream().skip(i % ways.size()).findFirst().orElseThrow();
        Tampering tampering = ways.get(way);
        for (String table : new String[] {"event", "evidence.leaf", "evidence.node", "evidence.checkpoint"}) {
            owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        }
        for (String statement : tampering.sql().split(";")) {
            assertThat(owner.sql(statement).param("p", partnership).update())
                    .as(way + ": " + statement)
                    .isPositive();
        }
        Report report = report();
        connection.rollback();
        assertThat(report.findings()).as(way + ": " + tampering).isNotEmpty();
        assertThat(report.firstBad())
                .as(way + ": " + tampering + report.findings())
                .isEqualTo(tampering.firstBad());
    }

    private Map<String, Tampering> ways(long no) {
        Map<String, Tampering> all = new LinkedHashMap<>();
        events(all, no);
        leaves(all, no);
        all.put("node hash", new Tampering(bit("evidence.node SET %s WHERE partnership = :p", "hash"), 1L));
        all.put("node deleted", new Tampering("DELETE FROM evidence.node WHERE partnership = :p", 1L));
        String newest = "WHERE partnership = :p AND size = " + ENTRIES;
        all.put("checkpoint root", new Tampering(bit("evidence.checkpoint SET %s " + newest, "root"), (long) ENTRIES));
        all.put(
                "checkpoint text",
                new Tampering(
                        "UPDATE evidence.checkpoint SET note = replace(note, E'\\n" + ENTRIES + "\\n', E'\\n"
                                + (ENTRIES - 1) + "\\n') " + newest,
                        (long) ENTRIES));
        all.put(
                "signature",
                new Tampering(
                        "UPDATE evidence.checkpoint SET note = overlay(note PLACING CASE"
                                + " WHEN substr(note, length(note) - 20, 1) = 'A' THEN 'B' ELSE 'A' END FROM length(note) - 20 FOR 1) "
                                + newest,
                        null));
        all.put("checkpoint deleted", new Tampering("DELETE FROM evidence.checkpoint " + newest, older + 1));
        return all;
    }

    private void events(Map<String, Tampering> all, long no) {
        all.put("payload", new Tampering(bit(numbered(EVENT, no), "payload"), no));
        all.put("metadata", new Tampering(bit(numbered(EVENT, no), "metadata"), no));
        for (String column : new String[] {
            "stream = e.stream || 'x'",
            "seq = e.seq + 100000",
            "event_id = gen_random_uuid()",
            "type = e.type || 'x'",
            "revision = '9'",
            "recorded_at = e.recorded_at - interval '1 ms'"
        }) {
            all.put(
                    "event " + column,
                    new Tampering("UPDATE " + numbered(EVENT, no).formatted(column), no));
        }
        all.put(
                "event of another partnership",
                new Tampering("UPDATE " + numbered(EVENT, no).formatted("partnership = 'elsewhere'"), no));
        String of = "DELETE FROM event e USING evidence.leaf l WHERE l.position = e.position AND l.partnership = :p";
        all.put("event deleted", new Tampering(of + " AND l.no = " + no, no));
        all.put("last event deleted", new Tampering(of + " AND l.no = " + ENTRIES, (long) ENTRIES));
        all.put("event put in", new Tampering("""
                INSERT INTO event SELECT -1, e.partnership, e.stream, e.seq + 100000, gen_random_uuid(), e.type,
                    e.revision, e.recorded_at, e.payload, e.metadata
                FROM event e JOIN evidence.leaf l ON l.position = e.position
                WHERE l.partnership = :p AND l.no =\s""" + no, 1L));
        all.put(
                "two events in another order",
                new Tampering("""
                UPDATE event e SET position = -l.no FROM evidence.leaf l
                WHERE l.position = e.position AND l.partnership = :p AND l.no IN (%1$d, %2$d);
                UPDATE event e SET position = l.position FROM evidence.leaf l
                WHERE l.partnership = :p AND e.position = -(%1$d + %2$d - l.no) AND l.no IN (%1$d, %2$d)
                """.formatted(no, no + 1).strip(), no));
        all.put("numbers of a stream", new Tampering("""
                UPDATE event e SET seq = e.seq + 100000 FROM evidence.leaf l
                WHERE l.position = e.position AND l.partnership = :p AND l.no >=\s""" + no, no));
    }

    private void leaves(Map<String, Tampering> all, long no) {
        all.put("entry", new Tampering(bit(numbered(LEAF, no), "entry"), no));
        all.put("leaf hash", new Tampering(bit(numbered(LEAF, no), "hash"), no));
        all.put("leaf deleted", new Tampering("DELETE FROM evidence.leaf WHERE partnership = :p AND no = " + no, no));
        all.put(
                "last leaf deleted",
                new Tampering("DELETE FROM evidence.leaf WHERE partnership = :p AND no = " + ENTRIES, (long) ENTRIES));
        all.put(
                "two entries changed over",
                new Tampering("""
                UPDATE evidence.leaf a SET entry = b.entry, hash = b.hash FROM evidence.leaf b
                WHERE a.partnership = :p AND b.partnership = :p AND a.no IN (%1$d, %2$d) AND b.no = %1$d + %2$d - a.no
                """.formatted(no, no + 2).strip(), no));
        all.put(
                "leaf of another event",
                new Tampering("UPDATE " + numbered(LEAF, no).formatted("position = -7"), no));
        all.put("entries numbered anew", new Tampering("""
                DELETE FROM evidence.leaf WHERE partnership = :p AND no = %1$d;
                UPDATE evidence.leaf SET no = -no WHERE partnership = :p AND no > %1$d;
                UPDATE evidence.leaf SET no = -no - 1 WHERE partnership = :p AND no < 0
                """.formatted(no).strip(), no));
    }

    private static String numbered(String statement, long no) {
        return statement.replace(":no", Long.toString(no));
    }

    /** One bit of a column of bytes, turned. */
    private String bit(String statement, String column) {
        String alias = statement.startsWith("event e") ? "e." : "";
        int bit = random.nextInt(8);
        int at = random.nextInt(32);
        return "UPDATE "
                + statement.formatted("%1$s = set_byte(%2$s%1$s, %3$d, get_byte(%2$s%1$s, %3$d) # %4$d)"
                        .formatted(column, alias, at, 1 << bit));
    }

    private Report report() throws IOException {
        Path file = folder.resolve("pack.zip");
        SealedRows rows = new SealedRows(owner);
        Seals owned = new Seals(owner, signer);
        new Packs(owner, owned, signer, rows, views, json, clock)
                .write(
                        partnership,
                        Recipient.named("ALL").orElseThrow(),
                        owned.last(partnership).orElseThrow(),
                        file);
        Report report = Verifier.verify(file, new Verifier.Asked(null, null), done -> {});
        Files.delete(file);
        return report;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.flyway.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }
}
