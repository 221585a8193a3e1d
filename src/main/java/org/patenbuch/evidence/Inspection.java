package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patenbuch.evidence.SealedRows.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares, while a pack is written, what is sealed with the rows it was made of: a column of an event, a hash, a node
 * that was changed shows in no file of the pack by itself. What differs goes into the pack for the verifier to tell.
 */
final class Inspection {
    private static final int MOST = 1_000;
    private static final String NODES =
            "SELECT n, hash FROM evidence.node WHERE partnership = ? AND level = ? ORDER BY n";
    private static final String CHECKPOINTS = """
            SELECT size FROM evidence.checkpoint
            WHERE partnership = ? AND (encode(root, 'base64') <> split_part(note, E'\\n', 3)
                                       OR size::text <> split_part(note, E'\\n', 2))
            ORDER BY size LIMIT 1""";
    /** In one statement: while a pack is written more may be sealed and signed. */
    private static final String UNSIGNED = """
            SELECT signed FROM (SELECT coalesce(max(size), 0) AS signed FROM evidence.checkpoint WHERE partnership = :p) c
            WHERE signed < (SELECT max(no) FROM evidence.leaf WHERE partnership = :p)""";

    private record Node(long n, byte[] hash) {}

    private long looked;
    private final List<String> different = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final List<byte[]> complete = new ArrayList<>();

    void look(Row row) {
        if (row.no() != ++looked) {
            differs(looked, "missing");
            looked = row.no();
        }
        byte[] leaf = Sha256.leaf(row.entry());
        if (!Arrays.equals(leaf, row.hash())) {
            differs(row.no(), "hash");
        }
        byte[] again = row.again();
        if (again != null && !Arrays.equals(again, row.entry())) {
            differs(row.no(), new String(again, StandardCharsets.UTF_8));
        }
        leaves.add(leaf);
        if (leaves.size() == StoredTree.WIDTH) {
            complete.add(Tree.root(leaves));
            leaves.clear();
        }
    }

    void withoutEntry(List<Row> rows) {
        rows.forEach(row -> differs(row.no(), new String(row.again(), StandardCharsets.UTF_8)));
    }

    /**
     * What is not entry by entry, after all entries.
     *
     * @param signedAtOnce whether what is sealed was signed in the same transaction
     */
    void rest(JdbcClient jdbc, String partnership, long size, boolean signedAtOnce) {
        if (looked < size) {
            differs(looked + 1, "missing");
        }
        if (none()) { // of other leaves there are other nodes
            nodes(jdbc, partnership);
        }
        jdbc.sql(CHECKPOINTS)
                .param(partnership)
                .query(Long.class)
                .optional()
                .ifPresent(no -> differs(no, "checkpoint"));
        if (signedAtOnce) {
            jdbc.sql(UNSIGNED)
                    .param("p", partnership)
                    .query(Long.class)
                    .optional()
                    .ifPresent(signed -> differs(signed + 1, "checkpoint"));
        }
    }

    private void nodes(JdbcClient jdbc, String partnership) {
        List<byte[]> right = complete;
        for (int level = 1; !right.isEmpty(); level++) {
            compare(jdbc, partnership, level, right);
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i + StoredTree.WIDTH <= right.size(); i += StoredTree.WIDTH) {
                above.add(Tree.root(right.subList(i, i + StoredTree.WIDTH)));
            }
            right = above;
        }
    }

    private void compare(JdbcClient jdbc, String partnership, int level, List<byte[]> right) {
        List<Node> stored = jdbc.sql(NODES)
                .params(partnership, level)
                .query((row, n) -> new Node(row.getLong(1), row.getBytes(2)))
                .list();
        for (int n = 0; n < right.size(); n++) {
            boolean same = n < stored.size()
                    && stored.get(n).n() == n
                    && Arrays.equals(stored.get(n).hash(), right.get(n));
            if (!same) {
                differs(1 + ((long) n << level * StoredTree.STEP), "node " + level + "/" + n);
                return;
            }
        }
    }

    private void differs(long no, String found) {
        if (different.size() < MOST) {
            different.add("{\"no\":" + no + ",\"found\":" + EntryLine.quoted(found) + "}\n");
        }
    }

    boolean none() {
        return different.isEmpty();
    }

    String lines() {
        return String.join("", different);
    }
}
