package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.eventstore.Entry;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For how long a certificate counts, on each day and as known at each moment. */
@Component
class CertificateRules {
    private static final String SET = """
            INSERT INTO engagement.certificate_rule (partnership, since, valid_from, months)
            SELECT p, s::bigint, v::date, m::bigint
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) r(p, s, v, m)""";
    private static final String ON = """
            SELECT months FROM engagement.certificate_rule
            WHERE partnership = ? AND since <= ? AND valid_from <= ? ORDER BY valid_from DESC, since DESC LIMIT 1""";

    private final JdbcClient jdbc;

    CertificateRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hear(List<Entry> batch) {
        List<Entry> set = batch.stream()
                .filter(entry -> entry.event() instanceof RuleSet rule
                        && rule.rule() == Rule.CERTIFICATE_VALID_MONTHS
                        && rule.funder() == null)
                .toList();
        if (!set.isEmpty()) {
            jdbc.sql(SET)
                    .param(Table.array(set, Entry::partnership))
                    .param(Table.array(set, Entry::position))
                    .param(Table.array(set, entry -> rule(entry).validFrom()))
                    .param(Table.array(set, entry -> rule(entry).value()))
                    .update();
        }
    }

    private static RuleSet rule(Entry entry) {
        return (RuleSet) entry.event();
    }

    long monthsOn(LocalDate day, String partnership, Moment moment) {
        return jdbc.sql(ON)
                .params(partnership, moment.position(), day)
                .query(Long.class)
                .optional()
                .orElse(Rule.CERTIFICATE_VALID_MONTHS.withoutRule());
    }
}
