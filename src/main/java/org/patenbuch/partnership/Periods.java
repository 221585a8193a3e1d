package org.patenbuch.partnership;

import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.PartnershipEvent.PeriodLocked;
import org.patenbuch.partnership.PartnershipEvent.PeriodReopened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which periods are locked, exactly: an entry holds the partnership's gate shared until it is committed, a lock takes
 * it alone, so no entry slips in beside a lock. Kept in the transaction of the lock itself.
 *
 * <p>Who waits for the gate alone keeps all later entries waiting, also one that holds the stream another entry inside
 * the gate needs next (an import's second row, the other fund of a transfer). PostgreSQL cannot see that circle, since
 * streams are held in the program. So a lock waits only a moment, steps back, and is sent again.
 */
@Component
@ProcessingGroup("registers")
public class Periods {
    private static final String PATIENCE = "400ms";

    private final JdbcClient jdbc;

    public Periods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Rejected {@code period.locked} if the day lies in a locked period */
    public void requireOpen(String partnership, LocalDate day) {
        Boolean open = jdbc.sql("SELECT period_is_open(?, ?)")
                .params(partnership, day)
                .query(Boolean.class)
                .single();
        if (!open) {
            throw new Rejected("period.locked", day);
        }
    }

    void keepEntriesOut(String partnership) {
        jdbc.sql("SELECT set_config('lock_timeout', ?, true)")
                .param(PATIENCE)
                .query(String.class)
                .single();
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("period/" + partnership)
                .query((row, n) -> 0)
                .single();
    }

    @EventHandler
    void on(PeriodLocked event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("INSERT INTO period_lock (partnership, id, from_day, to_day) VALUES (?, ?, ?, ?)")
                .params(partnership, event.lockId(), event.from(), event.to())
                .update();
    }

    @EventHandler
    void on(PeriodReopened event, @MetaDataValue("partnership") String partnership) {
        jdbc.sql("DELETE FROM period_lock WHERE partnership = ? AND id = ?")
                .params(partnership, event.lockId())
                .update();
    }
}
