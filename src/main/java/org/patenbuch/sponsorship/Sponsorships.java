package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of sponsorships: who accompanies whom from when to when, kept in the transaction that decides. */
@Component
@ProcessingGroup("registers")
public class Sponsorships {
    private static final String RUNNING = """
            SELECT household_id FROM sponsorship_standing
            WHERE partnership = ? AND sponsor_id = ? AND (end_day IS NULL OR end_day >= ?)""";
    private static final String ASSIGNED = """
            INSERT INTO sponsorship_standing (partnership, sponsorship_id, sponsor_id, household_id, from_day)
            VALUES (?, ?, ?, ?, ?)""";
    private static final String ENDED =
            "UPDATE sponsorship_standing SET end_day = ? WHERE partnership = ? AND sponsorship_id = ?";

    private final JdbcClient jdbc;

    public Sponsorships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The households this sponsor accompanies on the day or any later one; exact while the sponsor is held. */
    public List<String> householdsOf(String sponsorId, String partnership, LocalDate day) {
        return jdbc.sql(RUNNING)
                .params(partnership, sponsorId, day)
                .query(String.class)
                .list();
    }

    /** Until the end of the transaction nobody logs hours in this sponsorship (see hours_may_stand in V5). */
    public void keepHoursOut(String partnership, String sponsorshipId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("sponsorship/" + partnership + "/" + sponsorshipId)
                .query((row, n) -> 0)
                .single();
    }

    @EventHandler
    void on(SponsorshipEvent fact, @MetaDataValue("partnership") String partnership) {
        switch (fact) {
            case SponsorAssigned event ->
                jdbc.sql(ASSIGNED)
                        .params(
                                partnership,
                                event.sponsorshipId(),
                                event.sponsorId(),
                                event.householdId(),
                                event.from())
                        .update();
            case SponsorshipEnded event ->
                jdbc.sql(ENDED)
                        .params(event.on(), partnership, event.sponsorshipId())
                        .update();
            default -> {} // changes neither who nor when
        }
    }
}
