package org.patenbuch.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A partnership's tree as it is stored: the hashes of leaves, and of every eighth level above them. What lies between
 * is hashed here; each row of 256 hashes is read once, so an answer costs a few questions however large the tree is.
 */
final class StoredTree implements Proofs.Subtrees {
    /** Levels of the tree from one stored level to the next. */
    static final int STEP = 8;

    static final int WIDTH = 1 << STEP;

    private static final String LEAVES =
            "SELECT hash FROM evidence.leaf WHERE partnership = ? AND no > ? AND no <= ? ORDER BY no";
    private static final String NODES =
            "SELECT hash FROM evidence.node WHERE partnership = ? AND level = ? AND n >= ? AND n < ? ORDER BY n";
    private static final String ADD = "INSERT INTO evidence.node (partnership, level, n, hash) VALUES (?, ?, ?, ?)";

    private record Tile(int level, long n) {}

    private final JdbcClient jdbc;
    private final String partnership;
    private final Map<Tile, List<byte[]>> tiles = new HashMap<>();

    StoredTree(JdbcClient jdbc, String partnership) {
        this.jdbc = jdbc;
        this.partnership = partnership;
    }

    byte[] root(long size) {
        return new Proofs(this).root(size);
    }

    @Override
    public byte[] hash(long first, int height) {
        int level = height / STEP;
        long start = first >> level * STEP;
        int count = 1 << height % STEP;
        int offset = (int) (start % WIDTH);
        List<byte[]> tile = tile(level, start / WIDTH);
        if (tile.size() < offset + count) {
            throw new IllegalStateException("The tree of " + partnership + " is not whole at " + first);
        }
        return Tree.root(tile.subList(offset, offset + count));
    }

    private List<byte[]> tile(int level, long n) {
        return tiles.computeIfAbsent(new Tile(level, n), missing -> read(level, n * WIDTH));
    }

    private List<byte[]> read(int level, long from) {
        var statement = level == 0
                ? jdbc.sql(LEAVES).params(partnership, from, from + WIDTH)
                : jdbc.sql(NODES).params(partnership, level, from, from + WIDTH);
        return statement.query((row, n) -> row.getBytes(1)).list();
    }

    /** Stores the nodes that have become complete since the tree had {@code before} leaves. */
    void complete(long before, long size) {
        long first = before / WIDTH;
        long end = size / WIDTH;
        for (int level = 1; first < end; level++) {
            for (long n = first; n < end; n++) {
                byte[] hash = Tree.root(read(level - 1, n * WIDTH));
                jdbc.sql(ADD).params(partnership, level, n, hash).update();
            }
            first /= WIDTH;
            end /= WIDTH;
        }
    }
}
