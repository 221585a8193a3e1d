package org.patenbuch.funding;

import org.patenbuch.partnership.PartnershipEvent;
import org.patenbuch.partnership.PartnershipEvent.PartnershipFounded;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;
import org.patenbuch.partnership.PartnershipEvent.PeriodReopened;
import org.patenbuch.partnership.PartnershipEvent.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one batch of events tells of rules and locked periods, as rows. */
final class RuleRows {
    private static final String REOPEN = """
            UPDATE funding.period_lock t SET until = r.at FROM %s
            WHERE t.partnership = r.partnership AND t.id = r.id AND t.until IS NULL""";

    private final Rows rules = Rows.into("funding.rule", """
            partnership text, id text, rule text, value bigint, valid_from date, funder text, since bigint""");
    private final Rows locks = Rows.into("funding.period_lock", """
            partnership text, id text, from_day date, to_day date, locked_by text, since bigint""");
    private final Rows reopened = Rows.with(REOPEN, "partnership text, id text, at bigint");

    void hear(PartnershipEvent heard, String partnership, long at) {
        switch (heard) {
            case RuleSet e -> rules.add(partnership, e.ruleId(), e.rule(), e.value(), e.validFrom(), e.funder(), at);
            case PeriodLocked e -> locks.add(partnership, e.lockId(), e.from(), e.to(), e.lockedBy(), at);
            case PeriodReopened e -> reopened.add(partnership, e.lockId(), at);
            case PartnershipFounded e -> {}
        }
    }

    void write(JdbcClient jdbc) {
        rules.write(jdbc);
        locks.write(jdbc);
        reopened.write(jdbc);
    }
}
