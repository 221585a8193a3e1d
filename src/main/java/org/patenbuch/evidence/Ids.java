package org.patenbuch.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers ids from 0 in the order in which they first come. All of them lie in a few arrays: a million objects that stay
 * would be copied and looked through again and again while the verifier reads on.
 */
final class Ids {
    private static final int FIRST_SLOTS = 1 << 10;

    /** Random, so that nobody can write ids that all fall into one place. */
    private final int factor = ThreadLocalRandom.current().nextInt() | 1;

    private byte[] texts = new byte[FIRST_SLOTS];
    private int[] ends = new int[FIRST_SLOTS];
    /** In each slot the hash of an id, and behind it its number plus one; never more than half of them are taken. */
    private long[] slots = new long[FIRST_SLOTS];

    private int count;

    int count() {
        return count;
    }

    /** @return the number of an id; −1 if it has none */
    int find(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return (int) slots[slot(text, hash(text))] - 1;
    }

    /** @return the number of an id, a new one if it comes for the first time */
    int number(String id) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        int hash = hash(text);
        int slot = slot(text, hash);
        if (slots[slot] == 0) {
            keep(text);
            slots[slot] = (long) hash << Integer.SIZE | count;
            if (count > slots.length / 2) {
                spread();
            }
            return count - 1;
        }
        return (int) slots[slot] - 1;
    }

    private void keep(byte[] text) {
        int start = start(count);
        int end = Math.addExact(start, text.length);
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, (int) Math.min(Integer.MAX_VALUE - 8, 2L * texts.length)));
        }
        System.arraycopy(text, 0, texts, start, text.length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = end;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** Where an id is, or would have to be. */
    private int slot(byte[] text, int hash) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0 && !((int) (slots[slot] >>> Integer.SIZE) == hash && is((int) slots[slot] - 1, text))) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean is(int number, byte[] text) {
        return Arrays.equals(texts, start(number), ends[number], text, 0, text.length);
    }

    private int hash(byte[] text) {
        int hash = 0;
        for (byte b : text) {
            hash = (hash + b) * factor;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private void spread() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long one : before) {
            if (one != 0) {
                int slot = (int) (one >>> Integer.SIZE) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = one;
            }
        }
    }
}
