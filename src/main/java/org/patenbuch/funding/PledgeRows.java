package org.patenbuch.funding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.patenbuch.pledge.PledgeEvent;
import org.patenbuch.pledge.PledgeEvent.Instalment;
import org.patenbuch.pledge.PledgeEvent.PledgeAmended;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What one batch of events tells of pledges, as rows. */
final class PledgeRows {
    /** Terms end where the next ones begin, also if both came in one batch. */
    private static final String END_EARLIER_TERMS = """
            UPDATE funding.pledge_terms t SET until = n.next FROM (
                SELECT v.partnership, v.pledge_id, v.since,
                    lead(v.since) OVER (PARTITION BY v.partnership, v.pledge_id ORDER BY v.since) AS next
                FROM funding.pledge_terms v JOIN %s USING (partnership, pledge_id) WHERE v.until IS NULL) n
            WHERE t.partnership = n.partnership AND t.pledge_id = n.pledge_id AND t.since = n.since
                AND n.next IS NOT NULL""";

    private static final String WITHDRAW = """
            UPDATE funding.pledge p SET until = r.at FROM %s
            WHERE p.partnership = r.partnership AND p.id = r.id AND p.until IS NULL""";

    /** What each pledge of the batch counts with by now, and the difference to before added to its month. */
    private static final String COUNT = """
            WITH fresh AS (
                SELECT p.partnership, p.id, p.partner_id, date_trunc('month', p.from_day::timestamp)::date AS month,
                    CASE WHEN p.until IS NULL THEN t.amount_cents ELSE c.received END AS pledged,
                    CASE WHEN p.until IS NULL THEN greatest(0, t.amount_cents - c.received) ELSE 0 END AS outstanding
                FROM %s JOIN funding.pledge p ON p.partnership = r.partnership AND p.id = r.pledge_id
                JOIN funding.pledge_terms t ON t.partnership = p.partnership AND t.pledge_id = p.id AND t.until IS NULL
                CROSS JOIN LATERAL (
                    SELECT coalesce(sum(amount_cents), 0)::bigint AS received FROM funding.contribution
                    WHERE partnership = p.partnership AND until IS NULL
                        AND (pledge_id = p.id OR linked_pledge_id = p.id)) c
            ), changed AS (
                INSERT INTO funding.pledge_month (partnership, partner_id, month, pledged_cents, outstanding_cents)
                SELECT f.partnership, f.partner_id, f.month, sum(f.pledged - coalesce(o.pledged_cents, 0)),
                    sum(f.outstanding - coalesce(o.outstanding_cents, 0))
                FROM fresh f LEFT JOIN funding.pledge_counted o ON o.partnership = f.partnership AND o.pledge_id = f.id
                GROUP BY f.partnership, f.partner_id, f.month
                ON CONFLICT (partnership, partner_id, month) DO UPDATE SET
                    pledged_cents = pledge_month.pledged_cents + excluded.pledged_cents,
                    outstanding_cents = pledge_month.outstanding_cents + excluded.outstanding_cents)
            INSERT INTO funding.pledge_counted (partnership, pledge_id, pledged_cents, outstanding_cents)
            SELECT partnership, id, pledged, outstanding FROM fresh
            ON CONFLICT (partnership, pledge_id) DO UPDATE SET
                pledged_cents = excluded.pledged_cents, outstanding_cents = excluded.outstanding_cents""";

    private static final String NAMES = "partnership text, pledge_id text";

    private record Name(String partnership, String pledgeId) {}

    private final Rows pledges = Rows.into("funding.pledge", """
            partnership text, id text, partner_id text, fund_id text, from_day date, to_day date, since bigint""");
    private final Rows terms = Rows.into("funding.pledge_terms", """
            partnership text, pledge_id text, amount_cents bigint, instalments jsonb, since bigint""");
    private final Rows withdrawn = Rows.with(WITHDRAW, "partnership text, id text, at bigint");
    private final Set<Name> touched = new HashSet<>();
    private final JsonMapper json;

    PledgeRows(JsonMapper json) {
        this.json = json;
    }

    void hear(PledgeEvent heard, String partnership, long at) {
        switch (heard) {
            case PledgeMade e -> {
                pledges.add(partnership, e.pledgeId(), e.partnerId(), e.fundId(), e.from(), e.to(), at);
                agreed(partnership, e.pledgeId(), e.amountCents(), e.instalments(), at);
            }
            case PledgeAmended e -> agreed(partnership, e.pledgeId(), e.amountCents(), e.instalments(), at);
            case PledgeWithdrawn e -> {
                withdrawn.add(partnership, e.pledgeId(), at);
                touch(partnership, e.pledgeId());
            }
        }
    }

    private void agreed(String partnership, String pledgeId, long cents, List<Instalment> instalments, long at) {
        terms.add(partnership, pledgeId, cents, json.writeValueAsString(instalments), at);
        touch(partnership, pledgeId);
    }

    /** The pledge counts anew: its terms changed, or something was received for it. */
    void touch(String partnership, String pledgeId) {
        touched.add(new Name(partnership, pledgeId));
    }

    /** To be called when the batch's contributions are written. */
    void write(JdbcClient jdbc) {
        pledges.write(jdbc);
        terms.write(jdbc);
        withdrawn.write(jdbc);
        Rows ended = Rows.with(END_EARLIER_TERMS, NAMES);
        Rows counted = Rows.with(COUNT, NAMES);
        for (Name name : touched) {
            ended.add(name.partnership(), name.pledgeId());
            counted.add(name.partnership(), name.pledgeId());
        }
        ended.write(jdbc);
        counted.write(jdbc);
    }
}
