package org.patenbuch.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes and checks the two proofs of RFC 9162 section 2.1: an entry is in the tree; an older tree is its beginning. */
final class Proofs {
    /** Hashes of complete subtrees of a tree: of {@code 2^height} leaves from {@code first}, a multiple of that. */
    interface Subtrees {
        byte[] hash(long first, int height);
    }

    private final Subtrees subtrees;

    Proofs(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    byte[] root(long size) {
        return size == 0 ? Sha256.of(new byte[0]) : root(0, size);
    }

    /** @param index of the leaf, below {@code size} */
    List<byte[]> inclusion(long index, long size) {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(root(middle, to));
                to = middle;
            } else {
                path.addFirst(root(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** @param size1 of the older tree, from 1 to {@code size2} */
    List<byte[]> consistency(long size1, long size2) {
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size2;
        boolean known = true;
        while (to != size1) {
            long middle = from + split(to - from);
            if (size1 <= middle) {
                proof.addFirst(root(middle, to));
                to = middle;
            } else {
                proof.addFirst(root(from, middle));
                from = middle;
                known = false;
            }
        }
        if (!known) {
            proof.addFirst(root(from, to));
        }
        return proof;
    }

    private byte[] root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            return subtrees.hash(from, Long.numberOfTrailingZeros(leaves));
        }
        long middle = from + split(leaves);
        return Sha256.node(root(from, middle), root(middle, to));
    }

    /** The largest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** RFC 9162 section 2.1.3.2. */
    static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
        if (index < 0 || index >= size || leaf.length != Sha256.BYTES) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Sha256.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Sha256.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** RFC 9162 section 2.1.4.2. Of an empty tree nothing can be proven. */
    static boolean extended(byte[] root1, long size1, byte[] root2, long size2, List<byte[]> proof) {
        if (size1 < 1 || size1 > size2) {
            return false;
        }
        if (size1 == size2) {
            return proof.isEmpty() && Arrays.equals(root1, root2);
        }
        List<byte[]> hashes = new ArrayList<>(proof);
        if (Long.bitCount(size1) == 1) {
            hashes.addFirst(root1);
        }
        return !hashes.isEmpty() && leads(hashes, size1 - 1, size2 - 1, root1, root2);
    }

    private static boolean leads(List<byte[]> hashes, long last1, long last2, byte[] root1, byte[] root2) {
        long node = last1 >> Long.numberOfTrailingZeros(~last1);
        long last = last2 >> Long.numberOfTrailingZeros(~last1);
        byte[] older = hashes.getFirst();
        byte[] newer = older;
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = Sha256.node(hash, older);
                newer = Sha256.node(hash, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = Sha256.node(newer, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(older, root1) && Arrays.equals(newer, root2);
    }
}
