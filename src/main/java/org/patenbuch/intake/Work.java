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
        return phase == Phase.CHECKING || phase == Phase.WRITING;
    }

    public final String getPhase() {
        return phase.name();
    }

    public final long getDone() {
        return done;
    }

    public final long getOf() {
        return of;
    }

    /** How many quarters are done: what is said aloud, and that seldom. */
    public final long getQuarters() {
        return of == 0 ? 0 : 4 * done / of;
    }

    /** By the pace so far; null while there is none to speak of. */
    public final @Nullable Long getSecondsLeft() {
        long spent = Duration.between(since, Instant.now()).toMillis();
        return done == 0 || of == 0 || spent < 1000 ? null : Long.valueOf(spent * (of - done) / done / 1000 + 1);
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
