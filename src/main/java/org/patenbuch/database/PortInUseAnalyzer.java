package org.patenbuch.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do when another program already listens on the application's port. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException taken) {
        var sentence = new StartRefused(
                "Auf Port " + taken.getPort() + " läuft schon ein anderes Programm; beenden Sie es oder nennen Sie mit"
                        + " SERVER_PORT einen anderen Port.",
                "Another program already uses port " + taken.getPort() + "; stop it or name another port with"
                        + " SERVER_PORT.");
        return new FailureAnalysis(sentence.getMessage(), null, taken);
    }
}
