package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Personal;

/** Chance, the same again for the same seed: days of the last hundred, and ids that mostly exist. */
final class Dice {
    static final LocalDate START = LocalDate.now().minusDays(100);

    final Random random;
    final String partnership;
    private int made;

    Dice(long seed, String partnership) {
        random = new Random(seed);
        this.partnership = partnership;
    }

    /** A little beyond today, so that the future is tried too. */
    LocalDate day() {
        return START.plusDays(random.nextInt(104));
    }

    /** One of the first so many of a kind; one time in twenty, one that is not there. */
    String known(String kind, int count) {
        int there = count == 0 || random.nextInt(20) == 0 ? count : random.nextInt(count);
        return kind + "-" + there;
    }

    <T> @Nullable T oneOf(List<T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    <T> T oneOf(T[] all) {
        return all[random.nextInt(all.length)];
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int minutes() {
        return once(10) ? random.nextInt(1500) : 1 + random.nextInt(800);
    }

    String id() {
        return "X-" + made++;
    }

    Personal words() {
        return Personal.of(partnership + "/sponsor/V-0", "some words");
    }
}
