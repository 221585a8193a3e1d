package org.patenbuch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Files someone has uploaded and what has become of them so far: checked, to be looked at, written. It lives as long as
 * the program; what has been written stands in the batch, which outlives it.
 */
final class ImportRun extends Work {
    final String id;
    final String partnership;
    final String userId;
    final Path folder;
    final List<String> names;
    private volatile Said said = Said.NOTHING;
    private volatile @Nullable ImportOutcome outcome;

    ImportRun(String id, String partnership, String userId, Path folder, List<String> names) {
        this.id = id;
        this.partnership = partnership;
        this.userId = userId;
        this.folder = folder;
        this.names = names;
    }

    void checked(ImportOutcome found) {
        outcome = found;
        is(!found.good() ? Phase.BAD : found.rowsWritten() == 0 ? Phase.NOTHING_NEW : Phase.GOOD);
    }

    Said said() {
        return said;
    }

    /** Not while it is at work, nor when it is done. */
    boolean mayBeSaid() {
        return !isWorking() && phase() != Phase.DONE;
    }

    /** Takes what is said about its tables, if it may be; it is to be checked then, perhaps once more. */
    synchronized boolean say(Said now) {
        if (!mayBeSaid()) return false;
        said = now;
        outcome = null;
        is(Phase.COLUMNS);
        return true;
    }

    /** Whether it was this call that set it going. */
    synchronized boolean mayCheck() {
        if (phase() != Phase.COLUMNS) return false;
        beginAnew();
        return true;
    }

    /** Whether it was this call that set it going: of two clicks one writes. */
    synchronized boolean mayBegin() {
        if (phase() != Phase.GOOD) return false;
        begin();
        return true;
    }

    void written(ImportOutcome made) {
        outcome = made;
        is(made.good() ? made.batch() == null ? Phase.NOTHING_NEW : Phase.DONE : Phase.BAD);
    }

    public String getId() {
        return id;
    }

    /** The number under which what it writes can be found when the program has forgotten the rest. */
    String batch() {
        return batchOf(id);
    }

    static String batchOf(String id) {
        return "I-" + id;
    }

    /** Of the tables, as they are called. */
    public List<String> getNames() {
        return names;
    }

    @Nullable
    ImportOutcome outcome() {
        return outcome;
    }

    void forget() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
