package org.patenbuch.pledge;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;
import org.patenbuch.pledge.PledgeEvent.PledgeWithdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose each pledge is and what it has received, exactly: whoever decides by it holds the pledge's row until the end of
 * the transaction, so a payment and an amendment of the same pledge never pass each other.
 */
@Component
@ProcessingGroup("registers")
public class Pledges {
    private static final String TO_FUND = "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
    private static final String NO_MORE = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    /** As for locks of periods: whoever waits alone holds up those who are inside already, and so steps back. */
    private static final String PATIENCE = "SELECT set_config('lock_timeout', '400ms', true)";

    private static final String HOLD = """
            SELECT partner_id, fund_id, received_cents, withdrawn FROM pledge_received
            WHERE partnership = ? AND pledge_id = ? FOR UPDATE""";

    private static final String ADD = """
            UPDATE pledge_received SET received_cents = received_cents + ? WHERE partnership = ? AND pledge_id = ?""";

    private record Held(String partnerId, String fundId, long receivedCents, boolean withdrawn) {}

    private final JdbcClient jdbc;

    public Pledges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody closes the fund before this transaction ends; call it before asking whether it is closed. */
    public void keepOpen(String partnership, String fundId) {
        pass(TO_FUND, partnership, fundId);
    }

    /** Nobody makes a pledge for the fund before this transaction, which closes it, ends. */
    public void takeNoMore(String partnership, String fundId) {
        jdbc.sql(PATIENCE).query(String.class).single();
        pass(NO_MORE, partnership, fundId);
    }

    private void pass(String gate, String partnership, String fundId) {
        jdbc.sql(gate)
                .param("pledges/" + partnership + "/" + fundId)
                .query((row, n) -> 0)
                .single();
    }

    /**
     * Whether a contribution may be counted towards the pledge.
     *
     * @throws Rejected {@code unknown-reference}, {@code pledge.of-another-partner}, {@code pledge.of-another-fund},
     *     {@code pledge.withdrawn}
     */
    public void requireFor(String partnership, String pledgeId, String partnerId, String fundId) {
        Held pledge = hold(partnership, pledgeId);
        if (!pledge.partnerId().equals(partnerId)) {
            throw new Rejected("pledge.of-another-partner", pledgeId, pledge.partnerId());
        }
        if (!pledge.fundId().equals(fundId)) {
            throw new Rejected("pledge.of-another-fund", pledgeId, pledge.fundId());
        }
        if (pledge.withdrawn()) {
            throw new Rejected("pledge.withdrawn", pledgeId);
        }
    }

    /** What has been received for the pledge, in cents; nobody else adds to it before this transaction ends. */
    public long received(String partnership, String pledgeId) {
        return hold(partnership, pledgeId).receivedCents();
    }

    /** @param cents received; below zero where a contribution was reversed */
    public void add(String partnership, String pledgeId, long cents) {
        jdbc.sql(ADD).params(cents, partnership, pledgeId).update();
    }

    private Held hold(String partnership, String pledgeId) {
        return jdbc.sql(HOLD)
                .params(partnership, pledgeId)
                .query((row, n) -> new Held(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)))
                .optional()
                .orElseThrow(() -> new Rejected("unknown-reference", pledgeId));
    }

    @EventHandler
    void on(PledgeMade event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("INSERT INTO pledge_received (partnership, pledge_id, partner_id, fund_id) VALUES (?, ?, ?, ?)")
                .params(partnership, event.pledgeId(), event.partnerId(), event.fundId())
                .update();
    }

    @EventHandler
    void on(PledgeWithdrawn event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("UPDATE pledge_received SET withdrawn = true WHERE partnership = ? AND pledge_id = ?")
                .params(partnership, event.pledgeId())
                .update();
    }
}
