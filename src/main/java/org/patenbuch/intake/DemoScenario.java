package org.patenbuch.intake;

import java.io.IOException;
import java.util.List;
import org.patenbuch.projections.Positions;
import org.patenbuch.projections.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Puts the Rosenstadt scenario into an empty ledger, through the same import and commands that everyone uses. The
 * application counts as ready only after that, and after every view has read it.
 */
@Component
@Profile("demo")
class DemoScenario implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoScenario.class);
    private static final String PARTNERSHIP = "rosenstadt";
    private static final String NAME = "Verantwortungspartnerschaft Rosenstadt";

    private final Import imports;
    private final ImportBatches batches;
    private final Operator operator;
    private final Positions positions;
    private final List<View> views;

    DemoScenario(Import imports, ImportBatches batches, Operator operator, Positions positions, List<View> views) {
        this.imports = imports;
        this.batches = batches;
        this.operator = operator;
        this.positions = positions;
        this.views = views;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!complete()) {
            put();
        }
        long last = batches.all(PARTNERSHIP).stream()
                .filter(batch -> batch.position() != null)
                .mapToLong(ImportBatch::position)
                .max()
                .orElse(0);
        views.forEach(view -> positions.await(view.name(), last));
    }

    /** An import that was cut off is run again, and writes exactly what is missing. */
    private boolean complete() {
        return batches.all(PARTNERSHIP).stream().anyMatch(batch -> batch.state() == ImportBatch.State.DONE);
    }

    private void put() throws IOException {
        operator.found(PARTNERSHIP, NAME);
        try (ImportFiles files = ImportFiles.carried("demo/rosenstadt")) {
            ImportOutcome outcome = imports.run(files, operator.in(PARTNERSHIP), false, ImportProgress.SILENT);
            if (!outcome.good()) {
                throw new IllegalStateException("The demonstration's own files are refused: " + outcome.problems());
            }
            log.info("The demonstration is in the ledger: {} rows", outcome.rowsWritten());
        }
    }
}
