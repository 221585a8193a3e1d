package org.patenbuch.evidence;

import java.util.ArrayList;
import java.util.List;

/** A Merkle tree (RFC 6962 section 2.1) that grows leaf by leaf and remembers no more than its right edge. */
final class Tree {
    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    /** @param leaf the hash of the next entry */
    void append(byte[] leaf) {
        byte[] hash = leaf;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            hash = Sha256.node(edge.removeLast(), hash);
        }
        edge.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    /** Of an empty tree: the hash of nothing. */
    byte[] root() {
        if (edge.isEmpty()) {
            return Sha256.of(new byte[0]);
        }
        byte[] hash = edge.getLast();
        for (int i = edge.size() - 2; i >= 0; i--) {
            hash = Sha256.node(edge.get(i), hash);
        }
        return hash;
    }

    /** The root of some hashes that lie side by side. */
    static byte[] root(List<byte[]> leaves) {
        Tree tree = new Tree();
        leaves.forEach(tree::append);
        return tree.root();
    }
}
