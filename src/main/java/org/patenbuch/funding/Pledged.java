package org.patenbuch.funding;

/** Pledges as they stood at a moment, one by one. */
final class Pledged {
    /**
     * What a pledge counts with is what was promised, and once it is withdrawn what it had received. Bind
     * {@code partnership} and {@code position}; put in the moment's condition for {@code {holds}}.
     */
    static final String SQL = """
            SELECT p.id, p.partner_id, p.fund_id, p.from_day, p.to_day, t.amount_cents, t.instalments, w.withdrawn,
                c.received AS received_cents,
                CASE WHEN w.withdrawn THEN c.received ELSE t.amount_cents END AS pledged_cents,
                CASE WHEN w.withdrawn THEN 0 ELSE greatest(0, t.amount_cents - c.received) END AS outstanding_cents
            FROM funding.pledge p
            CROSS JOIN LATERAL (SELECT p.until IS NOT NULL AND p.until <= :position AS withdrawn) w
            CROSS JOIN LATERAL (
                SELECT amount_cents, instalments FROM funding.pledge_terms
                WHERE partnership = p.partnership AND pledge_id = p.id AND {holds}) t
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(amount_cents), 0)::bigint AS received FROM funding.contribution
                WHERE partnership = p.partnership AND {holds}
                    AND (pledge_id = p.id OR linked_pledge_id = p.id AND linked_since <= :position)) c
            WHERE p.partnership = :partnership AND p.since <= :position""";

    private Pledged() {}
}
