package org.patenbuch.pledge;

import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person or program sends about a pledge. */
final class PledgeForm {
    private PledgeForm() {}

    /** @param instalments together the amount; none where nothing was agreed */
    record Promise(
            @Nullable String id,
            String partnerId,
            String fundId,
            @Positive long amountCents,
            LocalDate from,
            LocalDate to,
            @Nullable List<Instalment> instalments,
            @Nullable String reason) {}

    record Amendment(
            @Nullable String id,
            @Positive long amountCents,
            @Nullable List<Instalment> instalments,
            String reason) {}

    record Withdrawal(@Nullable String id, String reason) {}

    record Instalment(LocalDate dueOn, @Positive long amountCents) {}

    static List<PledgeEvent.Instalment> agreed(@Nullable List<Instalment> instalments) {
        return instalments == null
                ? List.of()
                : instalments.stream()
                        .map(due -> new PledgeEvent.Instalment(due.dueOn(), due.amountCents()))
                        .toList();
    }
}
