package org.patenbuch.intake;

import jakarta.servlet.http.HttpServletResponse;
import org.patenbuch.kernel.Who;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a bookmark of an import shows that the program has forgotten; what it wrote is known by its batch. */
@Component
class ForgottenRuns {
    private final ImportBatches batches;

    ForgottenRuns(ImportBatches batches) {
        this.batches = batches;
    }

    String page(Who who, String id, HttpServletResponse response, Model model) {
        ImportBatch batch =
                batches.find(who.partnership(), ImportRun.batchOf(id)).orElse(null);
        if (batch == null) response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("batch", batch);
        model.addAttribute("waiting", batch != null && batch.state() == ImportBatch.State.RUNNING);
        model.addAttribute("who", who);
        return "intake/gone";
    }
}
