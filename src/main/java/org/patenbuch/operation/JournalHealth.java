package org.patenbuch.operation;

import java.util.List;
import org.patenbuch.eventstore.Safety;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while nothing is written, because something that guards the journal is missing. */
@Component("journalHealthIndicator")
class JournalHealth implements HealthIndicator {
    private final Safety safety;

    JournalHealth(Safety safety) {
        this.safety = safety;
    }

    @Override
    public Health health() {
        List<String> dangers = safety.dangers();
        return dangers.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("dangers", dangers).build();
    }
}
