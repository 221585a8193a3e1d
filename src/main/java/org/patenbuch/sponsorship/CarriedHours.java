package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.Optional;

/** What a sponsorship asks of the timesheets, which depend on it and not the other way round. */
public interface CarriedHours {
    /** The last day after the given one with hours in this sponsorship that were not withdrawn. */
    Optional<LocalDate> lastDayAfter(LocalDate day, String partnership, String sponsorId, String sponsorshipId);
}
