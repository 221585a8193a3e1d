package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Moment;
import org.patenbuch.sponsor.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how long certificates and trainings count, on each day and as known at each moment. */
@Component
class ValidityRules {
    private static final Set<Rule> HEARD = EnumSet.of(Rule.CERTIFICATE_VALID_MONTHS, Rule.TRAINING_VALID_MONTHS);
    private static final String SET = """
            INSERT INTO engagement.certificate_rule (partnership, since, rule, valid_from, months)
            SELECT p, s::bigint, r, v::date, m::bigint
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) u(p, s, r, v, m)""";
    private static final String ON = """
            SELECT months FROM engagement.certificate_rule
            WHERE partnership = ? AND rule = ? AND since <= ? AND valid_from <= ?
            ORDER BY valid_from DESC, since DESC LIMIT 1""";

    private final JdbcClient jdbc;

    ValidityRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hear(List<Entry> batch) {
        List<Entry> set = batch.stream()
                .filter(entry ->
                        entry.event() instanceof RuleSet rule && HEARD.contains(rule.rule()) && rule.funder() == null)
                .toList();
        if (!set.isEmpty()) {
            jdbc.sql(SET)
                    .param(Table.array(set, Entry::partnership))
                    .param(Table.array(set, Entry::position))
                    .param(Table.array(set, entry -> rule(entry).rule()))
                    .param(Table.array(set, entry -> rule(entry).validFrom()))
                    .param(Table.array(set, entry -> rule(entry).value()))
                    .update();
        }
    }

    private static RuleSet rule(Entry entry) {
        return (RuleSet) entry.event();
    }

    Standing.Limits on(LocalDate day, String partnership, Moment moment) {
        return new Standing.Limits(
                months(Rule.CERTIFICATE_VALID_MONTHS, day, partnership, moment),
                months(Rule.TRAINING_VALID_MONTHS, day, partnership, moment));
    }

    private long months(Rule rule, LocalDate day, String partnership, Moment moment) {
        return jdbc.sql(ON)
                .params(partnership, rule.name(), moment.position(), day)
                .query(Long.class)
                .optional()
                .orElse(rule.withoutRule());
    }
}
