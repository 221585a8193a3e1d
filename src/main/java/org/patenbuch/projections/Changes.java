package org.patenbuch.projections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By which events the figures of a view changed, and by how much each. However many events there are, only the first of
 * each figure are kept one by one; of the others, how many there were and what they add up to.
 */
public final class Changes {
    /** @param amount by which the event changed the figure; cents, minutes or a number of things */
    public record Change(long position, long amount) {}

    /** @param others how many more events changed it, together by {@code othersAmount} */
    public record Explanation(List<Change> events, long others, long othersAmount) {
        public long sum() {
            return othersAmount + events.stream().mapToLong(Change::amount).sum();
        }
    }

    private static final class Gathered {
        private final List<Change> first = new ArrayList<>();
        private long position;
        private long amount;
        private long others;
        private long othersAmount;

        void add(long at, long more, int kept) {
            if (at != position) {
                end(kept);
                position = at;
            }
            amount += more;
        }

        private void end(int kept) {
            if (amount != 0 && first.size() < kept) {
                first.add(new Change(position, amount));
            } else if (amount != 0) {
                others++;
                othersAmount += amount;
            }
            amount = 0;
        }
    }

    private final Map<Figure, Gathered> figures = new HashMap<>();
    private final int kept;

    /** @param kept how many events of each figure are told one by one */
    public Changes(int kept) {
        this.kept = kept;
    }

    /** To be called in the order of the positions, for each figure. */
    public void add(Figure figure, long position, long amount) {
        figures.computeIfAbsent(figure, f -> new Gathered()).add(position, amount, kept);
    }

    public Explanation of(Figure figure) {
        Gathered gathered = figures.get(figure);
        if (gathered == null) {
            return new Explanation(List.of(), 0, 0);
        }
        gathered.end(kept);
        return new Explanation(List.copyOf(gathered.first), gathered.others, gathered.othersAmount);
    }
}
