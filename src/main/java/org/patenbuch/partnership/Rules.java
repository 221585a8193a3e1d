package org.patenbuch.partnership;

import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The value of each rule on each day; a funder's own rule goes before the general one, a later one before an earlier. */
@Component
@ProcessingGroup("registers")
public class Rules {
    private static final String ON = """
            SELECT value FROM rule
            WHERE partnership = ? AND rule = ? AND valid_from <= ? AND (funder IS NULL OR funder = ?)
            ORDER BY funder NULLS LAST, valid_from DESC, set_as DESC LIMIT 1""";

    private final JdbcClient jdbc;

    public Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long on(LocalDate day, String partnership, Rule rule) {
        return on(day, partnership, rule, null);
    }

    /** @param funder the partner whose own rule is asked for first; null for the general one */
    public long on(LocalDate day, String partnership, Rule rule, @Nullable String funder) {
        return jdbc.sql(ON)
                .params(partnership, rule.name(), day, funder)
                .query(Long.class)
                .optional()
                .orElse(rule.withoutRule());
    }

    @EventHandler
    void on(RuleSet event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("INSERT INTO rule (partnership, id, rule, value, valid_from, funder) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        event.ruleId(),
                        event.rule().name(),
                        event.value(),
                        event.validFrom(),
                        event.funder())
                .update();
    }
}
