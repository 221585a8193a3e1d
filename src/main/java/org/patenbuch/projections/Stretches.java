package org.patenbuch.projections;

/**
 * The journal's positions in stretches of equal length. A view keeps what each stretch added to its sums, so that a past
 * moment is answered by adding up the stretches before it and only the rows of the one it lies in.
 */
public final class Stretches {
    private static final int BITS = 12;

    private Stretches() {}

    /** The stretch a position lies in. */
    public static long of(long position) {
        return position >> BITS;
    }

    /** The last position before the stretch a position lies in. */
    public static long before(long position) {
        return (of(position) << BITS) - 1;
    }
}
