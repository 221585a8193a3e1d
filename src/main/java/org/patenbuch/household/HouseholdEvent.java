package org.patenbuch.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** What has happened to a household: the family or person accompanied, under a pseudonym. */
public sealed interface HouseholdEvent extends LedgerEvent {
    String householdId();

    /**
     * @param name seldom needed: the household is known by its id
     * @param need a category in a few words, nothing about a person
     * @param referredBy the partner that sent the household
     * @param consent null while it is still open
     */
    record HouseholdTakenIn(
            String householdId,
            @Nullable Personal name,
            String district,
            String need,
            @Nullable String referredBy,
            LocalDate openedOn,
            @Nullable Consent consent)
            implements HouseholdEvent {}

    /** @param languages spoken there, two letters each (ISO 639-1); takes the place of what was said before */
    record HouseholdDescribed(String householdId, List<String> languages) implements HouseholdEvent {}

    /** Says anew what may be done with the household's data; takes the place of what was agreed before. */
    record ConsentGiven(String householdId, Consent consent) implements HouseholdEvent {}

    /** @param on the first day without consent */
    record ConsentWithdrawn(
            String householdId, LocalDate on, @Nullable Personal reason) implements HouseholdEvent {}

    /** @param on the last day on which the household is accompanied */
    record HouseholdClosed(
            String householdId, LocalDate on, @Nullable Personal reason) implements HouseholdEvent {}

    /** @param scope what may be done with the household's data, in a few words, nothing about a person */
    record Consent(LocalDate givenOn, String scope) {}
}
