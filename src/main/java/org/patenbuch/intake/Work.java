package org.patenbuch.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Sentences;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.kernel.Rejected;

/** Long work that somebody looks in on: how far it is, and how it ended. It lives as long as the program. */
abstract class Work implements ImportProgress {
    enum Phase {
        /** Somebody is to say first which columns are which. */
        COLUMNS,
        CHECKING,
        BAD,
        GOOD,
        NOTHING_NEW,
        WRITING,
        DONE,
        FAILED
    }

    private volatile Phase phase = Phase.CHECKING;
    private volatile Instant since = Instant.now();
    private volatile long done;
    private volatile long of;
    private volatile @Nullable RuntimeException failure;

    @Override
    public void checked(long rows, long all) {
        if (of == 0) since = Instant.now(); // reading the tables the first time is no part of the pace
        done = rows;
        of = all;
    }

    @Override
    public void written(long rows, long all) {
        if (phase == Phase.CHECKING) begin();
        done = rows;
        of = all;
    }

    /** From here on it writes. */
    final void begin() {
        phase = Phase.WRITING;
        since = Instant.now();
        done = 0;
    }

    /** From here on it checks, perhaps once more. */
    final void beginAnew() {
        since = Instant.now();
        done = 0;
        of = 0;
        failure = null;
        phase = Phase.CHECKING;
    }

    final void is(Phase now) {
        phase = now;
    }

    final void failed(RuntimeException why) {
        failure = why;
        phase = Phase.FAILED;
    }

    final Phase phase() {
        return phase;
    }

    public final boolean isWorking() {
        return working(phase);
    }

    private static boolean working(Phase phase) {
        return phase == Phase.CHECKING || phase == Phase.WRITING;
    }

    public final String getPhase() {
        return phase.name();
    }

    /**
     * How it stands at one moment. It goes on while a page is made, so a page is made from this; what came of it is asked
     * for afterwards, for it is there before the phase says so.
     *
     * @param of 0 while it is not known how much there is
     * @param secondsLeft by the pace so far; null while there is none to speak of
     */
    record Look(Phase phase, long done, long of, @Nullable Long secondsLeft) {
        public boolean isWorking() {
            return working(phase);
        }

        /** How many quarters are done: what is said aloud, and that seldom. */
        public long getQuarters() {
            return of == 0 ? 0 : 4 * done / of;
        }
    }

    final Look look() {
        Phase now = phase;
        long all = of;
        long some = Math.min(done, all);
        long spent = Duration.between(since, Instant.now()).toMillis();
        Long left = some == 0 || spent < 1000 ? null : Long.valueOf(spent * (all - some) / some / 1000 + 1);
        return new Look(now, some, all, left);
    }

    /** Why it could not go on, for whoever started it; null where nothing was in the way. A fault of ours stays ours. */
    final @Nullable String why(Sentences sentences, Locale language) {
        return switch (failure) {
            case null -> null;
            case Rejected refused -> sentences.of("rejected." + refused.code(), refused.arguments(), language);
            case Unreadable unreadable -> sentences.of(unreadable.code(), unreadable.arguments(), language);
            default -> sentences.of("error.internal", List.of(), language);
        };
    }

    final boolean olderThan(Instant moment) {
        return !isWorking() && since.isBefore(moment);
    }
}
