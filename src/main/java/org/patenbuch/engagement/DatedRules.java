package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Moment;
import org.patenbuch.sponsor.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules that people and hours are shown by, on each day and as known at each moment. */
@Component
class DatedRules {
    private static final Set<Rule> HEARD = EnumSet.of(
            Rule.CERTIFICATE_VALID_MONTHS, Rule.TRAINING_VALID_MONTHS, Rule.RECOGNITION_HOURS, Rule.SPONSOR_CAPACITY);
    private static final String SET = """
            INSERT INTO engagement.certificate_rule (partnership, since, rule, valid_from, months, funder)
            SELECT p, s::bigint, r, v::date, m::bigint, f
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) u(p, s, r, v, m, f)""";
    private static final String ON = """
            SELECT months FROM engagement.certificate_rule
            WHERE partnership = ? AND rule = ? AND since <= ? AND valid_from <= ? AND (funder IS NULL OR funder = ?)
            ORDER BY funder NULLS LAST, valid_from DESC, since DESC LIMIT 1""";

    private final JdbcClient jdbc;

    DatedRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hear(List<Entry> batch) {
        List<Entry> set = batch.stream()
                .filter(entry -> entry.event() instanceof RuleSet rule && HEARD.contains(rule.rule()))
                .toList();
        if (!set.isEmpty()) {
            jdbc.sql(SET)
                    .param(Table.array(set, Entry::partnership))
                    .param(Table.array(set, Entry::position))
                    .param(Table.array(set, entry -> rule(entry).rule()))
                    .param(Table.array(set, entry -> rule(entry).validFrom()))
                    .param(Table.array(set, entry -> rule(entry).value()))
                    .param(Table.array(set, entry -> rule(entry).funder()))
                    .update();
        }
    }

    private static RuleSet rule(Entry entry) {
        return (RuleSet) entry.event();
    }

    Standing.Limits on(LocalDate day, String partnership, Moment moment) {
        return new Standing.Limits(
                value(Rule.CERTIFICATE_VALID_MONTHS, day, partnership, null, moment),
                value(Rule.TRAINING_VALID_MONTHS, day, partnership, null, moment));
    }

    /** @param funder whose own rule goes before the general one; null for the general one */
    long value(Rule rule, LocalDate day, String partnership, @Nullable String funder, Moment moment) {
        return jdbc.sql(ON)
                .params(partnership, rule.name(), moment.position(), day, funder)
                .query(Long.class)
                .optional()
                .orElse(rule.withoutRule());
    }
}
