package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.household.HouseholdEvent.Consent;

/**
 * A household in a list. It is known by its id; a name is seldom kept.
 *
 * @param name null where none is kept, or it has been erased, or the asker may not see it
 */
public record HouseholdEntry(
        String id,
        @Nullable String name,
        String district,
        String need,
        @Nullable String referredBy,
        LocalDate openedOn,
        @Nullable Consent consent,
        @Nullable LocalDate consentWithdrawnOn,
        @Nullable LocalDate closedOn,
        List<String> languages,
        Status status) {
    /** Whether the household is still accompanied. */
    public enum Status {
        OPEN,
        CLOSED
    }

    HouseholdEntry named(@Nullable String other) {
        return new HouseholdEntry(
                id,
                other,
                district,
                need,
                referredBy,
                openedOn,
                consent,
                consentWithdrawnOn,
                closedOn,
                languages,
                status);
    }

    /** @param withdrawnOn null while the consent stands */
    HouseholdEntry consented(@Nullable Consent to, @Nullable LocalDate withdrawnOn) {
        return new HouseholdEntry(
                id, name, district, need, referredBy, openedOn, to, withdrawnOn, closedOn, languages, status);
    }

    HouseholdEntry described(List<String> spoken) {
        return new HouseholdEntry(
                id, name, district, need, referredBy, openedOn, consent, consentWithdrawnOn, closedOn, spoken, status);
    }

    HouseholdEntry closed(LocalDate on) {
        return new HouseholdEntry(
                id,
                name,
                district,
                need,
                referredBy,
                openedOn,
                consent,
                consentWithdrawnOn,
                on,
                languages,
                Status.CLOSED);
    }
}
