package org.patenbuch.timesheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.timesheet.TimesheetEvent.Activity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What hours of a day stand on: the open period, the sponsor, the sponsorship. Asked with one statement, since logging
 * hours is what happens most; what it answers stays true until the transaction ends.
 */
@Component
class Ground {
    /**
     * @param periodOpen whether the day lies in no locked period
     * @param sponsorshipKnown true also where none was asked for
     * @param householdId of the sponsorship; null where the sponsorship is another sponsor's or does not run that day
     */
    record Found(
            boolean periodOpen,
            boolean sponsorKnown,
            boolean sponsorshipKnown,
            @Nullable String householdId) {}

    private final JdbcClient jdbc;

    Ground(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return the household of the sponsorship; null where none was asked for
     * @throws Rejected {@code period.locked}, {@code unknown-reference}, {@code hours.outside-sponsorship}
     */
    @Nullable
    String require(
            String partnership, String sponsorId, @Nullable String sponsorshipId, LocalDate on, Activity activity) {
        Found found = of(partnership, sponsorId, sponsorshipId, on);
        if (!found.periodOpen()) {
            throw new Rejected("period.locked", on);
        } else if (!found.sponsorKnown()) {
            throw new Rejected("unknown-reference", sponsorId);
        } else if (!found.sponsorshipKnown()) {
            throw new Rejected("unknown-reference", sponsorshipId);
        } else if (found.householdId() == null && (sponsorshipId != null || activity.withHousehold())) {
            throw new Rejected("hours.outside-sponsorship", sponsorId, on);
        }
        return found.householdId();
    }

    Found of(String partnership, String sponsorId, @Nullable String sponsorshipId, LocalDate day) {
        return jdbc.sql("SELECT * FROM ground_of_hours(?, ?, ?, ?)")
                .params(partnership, sponsorId, sponsorshipId, day)
                .query((row, n) -> new Found(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getString(4)))
                .single();
    }
}
