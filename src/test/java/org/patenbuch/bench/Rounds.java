package org.patenbuch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Two things measured in turns within the same minutes, so that whatever else the machine does meets both.
 *
 * @param ratios of the first to the second, one per round, sorted
 */
record Rounds(double[] first, double[] second, double[] ratios) {
    /** Every call is one round of its side and answers a rate; the first round of each is a warm-up and does not count. */
    static Rounds alternating(int rounds, DoubleSupplier first, DoubleSupplier second) {
        List<double[]> measured = new ArrayList<>();
        first.getAsDouble();
        second.getAsDouble();
        for (int round = 0; round < rounds; round++) {
            double of = round % 2 == 0 ? first.getAsDouble() : 0;
            double against = second.getAsDouble();
            measured.add(new double[] {round % 2 == 0 ? of : first.getAsDouble(), against});
        }
        return new Rounds(
                sorted(measured.stream().mapToDouble(pair -> pair[0]).toArray()),
                sorted(measured.stream().mapToDouble(pair -> pair[1]).toArray()),
                sorted(measured.stream().mapToDouble(pair -> pair[0] / pair[1]).toArray()));
    }

    static double[] sorted(double... values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    static double median(double... values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String spread(double... values) {
        double[] sorted = sorted(values);
        return String.format(Locale.ROOT, "%.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
    }
}
