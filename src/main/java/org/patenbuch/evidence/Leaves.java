package org.patenbuch.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbered entries, partnership by partnership. */
@Component
class Leaves {
    /** Numbers what lies behind the last sealed position and writes its entries: one statement, whole or not at all. */
    private static final String SEAL = """
            WITH behind AS MATERIALIZED (
                SELECT * FROM event
                WHERE position > (SELECT coalesce(max(position), 0) FROM evidence.leaf) AND position <= :safe
                ORDER BY position LIMIT :most
            ), before AS MATERIALIZED (
                SELECT p.partnership, coalesce((SELECT max(l.no) FROM evidence.leaf l
                                                WHERE l.partnership = p.partnership), 0) AS size
                FROM (SELECT DISTINCT partnership FROM behind) p
            ), numbered AS (
                SELECT b.*, s.size + row_number() OVER (PARTITION BY b.partnership ORDER BY b.position) AS no
                FROM behind b JOIN before s USING (partnership)
            ), written AS MATERIALIZED ( -- or each entry is written twice, once more for its hash
                SELECT n.partnership, n.no, n.position, evidence.entry_bytes(
                    n.no, n.event_id, n.stream, n.seq, n.type, n.revision, n.recorded_at, n.payload, n.metadata) AS entry
                FROM numbered n
            ), sealed AS (
                INSERT INTO evidence.leaf (partnership, no, position, hash, entry)
                SELECT partnership, no, position, sha256('\\x00'::bytea || entry), entry FROM written ORDER BY position
                RETURNING partnership, no
            )
            SELECT partnership, min(no) - 1 AS size_before, max(no) AS size FROM sealed GROUP BY partnership
            ORDER BY partnership""";

    private static final String UNSIGNED = """
            WITH RECURSIVE p AS (
                (SELECT partnership FROM evidence.leaf ORDER BY partnership LIMIT 1)
                UNION ALL
                SELECT (SELECT l.partnership FROM evidence.leaf l WHERE l.partnership > p.partnership
                        ORDER BY l.partnership LIMIT 1) FROM p WHERE p.partnership IS NOT NULL
            ), tree AS (
                SELECT p.partnership, (SELECT max(no) FROM evidence.leaf l WHERE l.partnership = p.partnership) AS size
                FROM p WHERE p.partnership IS NOT NULL
            )
            SELECT partnership, size AS size_before, size FROM tree t WHERE NOT EXISTS (
                SELECT FROM evidence.checkpoint c WHERE c.partnership = t.partnership AND c.size = t.size)""";

    private static final String SIZE = "SELECT coalesce(max(no), 0) FROM evidence.leaf WHERE partnership = ?";

    /** How a partnership's tree grew. */
    record Grown(String partnership, long before, long size) {}

    private final JdbcClient jdbc;

    Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param safe a position behind which nothing can still be recorded */
    List<Grown> seal(long safe, int most) {
        return jdbc.sql(SEAL)
                .param("safe", safe)
                .param("most", most)
                .query(Leaves::grown)
                .list();
    }

    /** The trees whose newest root has no signature. */
    List<Grown> unsigned() {
        return jdbc.sql(UNSIGNED).query(Leaves::grown).list();
    }

    private static Grown grown(ResultSet row, int n) throws SQLException {
        return new Grown(row.getString("partnership"), row.getLong("size_before"), row.getLong("size"));
    }

    long size(String partnership) {
        return jdbc.sql(SIZE).param(partnership).query(Long.class).single();
    }

    Optional<byte[]> entry(String partnership, long no) {
        return jdbc.sql("SELECT entry FROM evidence.leaf WHERE partnership = ? AND no = ?")
                .params(partnership, no)
                .query(byte[].class)
                .optional();
    }
}
