package org.patenbuch.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Roots that someone signed earlier, compared with the roots of the same sizes as the entries now give them. The tree
 * cannot say which entry was changed; but the first root that differs and the last one that does not say between which
 * two it must be.
 */
final class Known {
    private record Root(byte[] hash, String code, String source) {}

    /** Where a root differs: an entry from {@code from} to {@code to}, both included, is not as it was sealed. */
    record Difference(long from, long to, String code, String source) {}

    private final TreeMap<Long, List<Root>> roots = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long good;
    private long next = Long.MAX_VALUE;

    /** @param code of the finding, should it differ */
    void add(long size, byte[] root, String code, String source) {
        roots.computeIfAbsent(size, none -> new ArrayList<>()).add(new Root(root, code, source));
        next = roots.firstKey();
    }

    /** To be called after each leaf. */
    void compare(Tree tree) {
        if (tree.size() == next) {
            byte[] root = tree.root();
            List<Root> known = roots.pollFirstEntry().getValue();
            for (Root one : known) {
                if (!Arrays.equals(root, one.hash())) {
                    differences.add(new Difference(good + 1, tree.size(), one.code(), one.source()));
                }
            }
            good = differences.isEmpty() ? tree.size() : good;
            next = roots.isEmpty() ? Long.MAX_VALUE : roots.firstKey();
        }
    }

    List<Difference> differences() {
        return differences;
    }

    /** The sizes that the journal did not reach. */
    List<Long> missed() {
        return List.copyOf(roots.keySet());
    }
}
