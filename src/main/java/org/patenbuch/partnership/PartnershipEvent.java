package org.patenbuch.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.LedgerEvent;

/** What has happened to a partnership as a whole. */
public sealed interface PartnershipEvent extends LedgerEvent {
    record PartnershipFounded(String partnershipId, String name) implements PartnershipEvent {}

    /** No entry with a business date from {@code from} to {@code to}, both included, is taken any more. */
    record PeriodLocked(String lockId, LocalDate from, LocalDate to, String lockedBy) implements PartnershipEvent {}

    record PeriodReopened(String lockId, String reason) implements PartnershipEvent {}

    /**
     * @param value months, sponsorships or cents an hour, as the rule says
     * @param funder the partner for whom it holds; null for all
     */
    record RuleSet(
            String ruleId,
            Rule rule,
            long value,
            LocalDate validFrom,
            @Nullable String funder) implements PartnershipEvent {}
}
