package org.patenbuch.household;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.EntryId;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.household.HouseholdCommand.DescribeHousehold;
import org.patenbuch.household.HouseholdCommand.GiveConsent;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.household.HouseholdCommand.WithdrawConsent;
import org.patenbuch.kernel.Personal;

/** What people and programs fill in about a household. */
public sealed interface HouseholdForm {
    /**
     * @param name seldom needed; leaving it out is better
     * @param need a category in a few words; what is to be told of people belongs in notes
     */
    record TakeIn(
            @Nullable String id,
            @Nullable @Size(max = 200) String name,
            @Size(min = 1, max = 100) String district,
            @Size(min = 1, max = 200) String need,
            @EntryId String referredBy,
            LocalDate openedOn,
            ConsentGiven consent)
            implements HouseholdForm {
        public TakeInHousehold command(String partnership, String householdId) {
            return new TakeInHousehold(
                    partnership,
                    householdId,
                    name == null ? null : text(partnership, householdId, name),
                    district,
                    need,
                    referredBy,
                    openedOn,
                    new HouseholdEvent.Consent(consent.givenOn(), consent.scope()));
        }
    }

    record ConsentGiven(
            LocalDate givenOn, @Size(min = 1, max = 200) String scope) {}

    /** Says all anew: what is left out is nothing any more. */
    record Profile(
            @Nullable String id,

            @Nullable @Size(max = 50)
            List<@Pattern(regexp = "[a-z]{2}", message = "form.not-a-language") String> languages)
            implements HouseholdForm {
        public DescribeHousehold command(String partnership, String entryId, String householdId) {
            return new DescribeHousehold(
                    partnership,
                    entryId,
                    householdId,
                    languages == null
                            ? List.of()
                            : languages.stream().distinct().toList());
        }
    }

    record Consent(
            @Nullable String id,
            LocalDate givenOn,
            @Size(min = 1, max = 200) String scope) implements HouseholdForm {
        public GiveConsent command(String partnership, String entryId, String householdId) {
            return new GiveConsent(partnership, entryId, householdId, new HouseholdEvent.Consent(givenOn, scope));
        }
    }

    /** Nobody has to say why. */
    record ConsentWithdrawal(
            @Nullable String id, LocalDate on, @Nullable String reason) implements HouseholdForm {
        public WithdrawConsent command(String partnership, String entryId, String householdId) {
            Personal why = reason == null ? null : text(partnership, householdId, reason);
            return new WithdrawConsent(partnership, entryId, householdId, on, why);
        }
    }

    record Closure(
            @Nullable String id,
            LocalDate on,
            @Size(min = 1) String reason) implements HouseholdForm {
        public CloseHousehold command(String partnership, String entryId, String householdId) {
            return new CloseHousehold(partnership, entryId, householdId, on, text(partnership, householdId, reason));
        }
    }

    private static Personal text(String partnership, String householdId, String text) {
        return Personal.of(partnership + "/household/" + householdId, text);
    }
}
