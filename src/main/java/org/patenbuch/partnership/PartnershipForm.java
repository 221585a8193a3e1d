package org.patenbuch.partnership;

import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.EntryId;

/** What a person or program sends about a partnership as a whole. */
public final class PartnershipForm {
    private PartnershipForm() {}

    public record PeriodLock(
            @Nullable String id,
            LocalDate from,
            LocalDate to,
            @Nullable String reason) {
        public PartnershipCommand.LockPeriod command(String partnership, String name) {
            return new PartnershipCommand.LockPeriod(partnership, name, from, to, reason);
        }
    }

    public record Reopening(
            @Nullable String id, @Size(max = 2_000) String reason) {}

    public record NewRule(
            @Nullable String id,
            Rule rule,
            @PositiveOrZero long value,
            LocalDate validFrom,
            @Nullable @EntryId String funder,
            @Nullable String reason) {
        public PartnershipCommand.SetRule command(String partnership, String name) {
            return new PartnershipCommand.SetRule(partnership, name, rule, value, validFrom, funder, reason);
        }
    }
}
