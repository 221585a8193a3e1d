package org.patenbuch.household;

import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.patenbuch.household.HouseholdEvent.ConsentGiven;
import org.patenbuch.household.HouseholdEvent.ConsentWithdrawn;
import org.patenbuch.household.HouseholdEvent.HouseholdClosed;
import org.patenbuch.household.HouseholdEvent.HouseholdDescribed;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of households: from when to when each is accompanied, kept in the transaction that decides. */
@Component
@ProcessingGroup("registers")
public class Households {
    private static final String HOLD =
            "SELECT opened_on, closed_on, unconsented_on FROM household_standing WHERE partnership = ? AND household_id = ? FOR SHARE";

    private record Standing(
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate unconsentedOn) {
        boolean openOn(LocalDate day) {
            return !day.isBefore(openedOn) && (closedOn == null || !day.isAfter(closedOn));
        }
    }

    private final JdbcClient jdbc;

    public Households(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is found stays so to the end of the transaction.
     *
     * @throws Rejected {@code unknown-reference}, {@code household.not-open} that day, {@code household.no-consent} if
     *     it has been withdrawn by then
     */
    public void requireOpen(String partnership, String householdId, LocalDate day) {
        Standing standing = jdbc.sql(HOLD)
                .params(partnership, householdId)
                .query((row, n) -> new Standing(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Rejected("unknown-reference", householdId));
        if (!standing.openOn(day)) {
            throw new Rejected("household.not-open", householdId, day);
        }
        if (standing.unconsentedOn() != null && !day.isBefore(standing.unconsentedOn())) {
            throw new Rejected("household.no-consent", householdId);
        }
    }

    @EventHandler
    void on(HouseholdEvent fact, @MetaDataValue("partnership") String partnership) {
        switch (fact) {
            case HouseholdTakenIn event ->
                jdbc.sql("INSERT INTO household_standing (partnership, household_id, opened_on) VALUES (?, ?, ?)")
                        .params(partnership, event.householdId(), event.openedOn())
                        .update();
            case HouseholdDescribed event -> {} // no condition of anything
            case ConsentGiven event -> unconsented(null, partnership, event.householdId());
            case ConsentWithdrawn event -> unconsented(event.on(), partnership, event.householdId());
            case HouseholdClosed event ->
                jdbc.sql("UPDATE household_standing SET closed_on = ? WHERE partnership = ? AND household_id = ?")
                        .params(event.on(), partnership, event.householdId())
                        .update();
        }
    }

    private void unconsented(@Nullable LocalDate on, String partnership, String householdId) {
        jdbc.sql("UPDATE household_standing SET unconsented_on = ? WHERE partnership = ? AND household_id = ?")
                .params(on, partnership, householdId)
                .update();
    }
}
