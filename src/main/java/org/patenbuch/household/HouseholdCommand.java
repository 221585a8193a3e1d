package org.patenbuch.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.kernel.Personal;

/** What can be asked of a household's stream. */
public sealed interface HouseholdCommand extends Command {
    String householdId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "household", householdId());
    }

    record TakeInHousehold(
            String partnership,
            String id,
            @Nullable Personal name,
            String district,
            String need,
            @Nullable String referredBy,
            LocalDate openedOn,
            @Nullable Consent consent)
            implements HouseholdCommand {
        @Override
        public String kind() {
            return "household";
        }

        @Override
        public String householdId() {
            return id;
        }
    }

    record DescribeHousehold(String partnership, String id, String householdId, List<String> languages)
            implements HouseholdCommand {
        @Override
        public String kind() {
            return "household-profile";
        }
    }

    record GiveConsent(String partnership, String id, String householdId, Consent consent) implements HouseholdCommand {
        @Override
        public String kind() {
            return "consent";
        }
    }

    record WithdrawConsent(
            String partnership,
            String id,
            String householdId,
            LocalDate on,
            @Nullable Personal why) implements HouseholdCommand {
        @Override
        public String kind() {
            return "consent-withdrawal";
        }
    }

    /** @param why personal, so it is no {@link Command#reason} */
    record CloseHousehold(
            String partnership,
            String id,
            String householdId,
            LocalDate on,
            @Nullable Personal why) implements HouseholdCommand {
        @Override
        public String kind() {
            return "closure";
        }
    }
}
