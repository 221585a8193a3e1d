package org.patenbuch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.springframework.util.FileSystemUtils;

/**
 * Files someone has uploaded and what has become of them so far: checked, to be looked at, written. It lives as long as
 * the program; what has been written stands in the batch, which outlives it.
 */
final class ImportRun implements ImportProgress {
    enum Phase {
        CHECKING,
        BAD,
        GOOD,
        NOTHING_NEW,
        WRITING,
        DONE,
        FAILED
    }

    final String id;
    final String partnership;
    final String userId;
    final Path folder;
    final List<String> names;
    private volatile Phase phase = Phase.CHECKING;
    private volatile Instant since = Instant.now();
    private volatile long done;
    private volatile long of;
    private volatile @Nullable ImportOutcome outcome;
    private volatile @Nullable RuntimeException failure;

    ImportRun(String id, String partnership, String userId, Path folder, List<String> names) {
        this.id = id;
        this.partnership = partnership;
        this.userId = userId;
        this.folder = folder;
        this.names = names;
    }

    @Override
    public void checked(long rows, long all) {
        done = rows;
        of = all;
    }

    @Override
    public void written(long rows, long all) {
        done = rows;
        of = all;
    }

    void checked(ImportOutcome found) {
        outcome = found;
        phase = !found.good() ? Phase.BAD : found.rowsWritten() == 0 ? Phase.NOTHING_NEW : Phase.GOOD;
    }

    /** Whether it was this call that set it going: of two clicks one writes. */
    synchronized boolean begin() {
        if (phase != Phase.GOOD) return false;
        phase = Phase.WRITING;
        since = Instant.now();
        done = 0;
        return true;
    }

    void written(ImportOutcome made) {
        outcome = made;
        phase = made.good() ? made.batch() == null ? Phase.NOTHING_NEW : Phase.DONE : Phase.BAD;
    }

    void failed(RuntimeException why) {
        failure = why;
        phase = Phase.FAILED;
    }

    Phase phase() {
        return phase;
    }

    public String getId() {
        return id;
    }

    /** Of the tables, as they are called. */
    public List<String> getNames() {
        return names;
    }

    public boolean isWorking() {
        return phase == Phase.CHECKING || phase == Phase.WRITING;
    }

    public String getPhase() {
        return phase.name();
    }

    public long getDone() {
        return done;
    }

    public long getOf() {
        return of;
    }

    /** By the pace so far; null while there is none to speak of. */
    public @Nullable Long getSecondsLeft() {
        long spent = Duration.between(since, Instant.now()).toMillis();
        return done == 0 || of == 0 || spent < 1000 ? null : Long.valueOf(spent * (of - done) / done / 1000 + 1);
    }

    @Nullable
    ImportOutcome outcome() {
        return outcome;
    }

    /** The code of a refusal; null where something else went wrong, or nothing. */
    @Nullable
    Rejected refusal() {
        return failure instanceof Rejected refused ? refused : null;
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    boolean olderThan(Instant moment) {
        return !isWorking() && since.isBefore(moment);
    }

    void forget() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
