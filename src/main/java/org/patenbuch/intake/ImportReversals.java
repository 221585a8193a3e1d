package org.patenbuch.intake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The imports that are being taken back on screen, each by one at a time; the last try of each is remembered. */
@Component
class ImportReversals {
    private static final Logger LOG = LoggerFactory.getLogger(ImportReversals.class);

    private final Map<String, ReversalRun> runs = new ConcurrentHashMap<>();
    private final ImportReversal reversal;

    ImportReversals(ImportReversal reversal) {
        this.reversal = reversal;
    }

    /** Begins to, unless it has been begun: of two clicks one does. */
    void begin(ImportBatch batch, Who who, String reason) {
        runs.compute(name(batch, who), (name, before) -> {
            if (before != null && before.isWorking()) return before;
            var run = new ReversalRun();
            Thread.startVirtualThread(() -> go(run, batch, who, reason));
            return run;
        });
    }

    private void go(ReversalRun run, ImportBatch batch, Who who, String reason) {
        try {
            run.ended(reversal.run(batch, who, reason, run));
        } catch (RuntimeException failure) {
            if (!(failure instanceof Rejected)) {
                LOG.error("Taking back import {} has stopped", batch.id(), failure);
            }
            run.failed(failure);
        }
    }

    Optional<ReversalRun> of(ImportBatch batch, Who who) {
        return Optional.ofNullable(runs.get(name(batch, who)));
    }

    private static String name(ImportBatch batch, Who who) {
        return who.partnership() + "/" + batch.id();
    }
}
