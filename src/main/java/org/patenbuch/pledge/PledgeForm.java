package org.patenbuch.pledge;

import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person or program sends about a pledge. */
public final class PledgeForm {
    private PledgeForm() {}

    /** @param instalments together the amount; none where nothing was agreed */
    public record Promise(
            @Nullable String id,
            String partnerId,
            String fundId,
            @Positive long amountCents,
            LocalDate from,
            LocalDate to,
            @Nullable List<Instalment> instalments,
            @Nullable String reason) {
        public PledgeCommand.MakePledge command(String partnership, String name) {
            return new PledgeCommand.MakePledge(
                    partnership, name, partnerId, fundId, amountCents, from, to, agreed(instalments), reason);
        }
    }

    public record Amendment(
            @Nullable String id,
            @Positive long amountCents,
            @Nullable List<Instalment> instalments,
            String reason) {
        public PledgeCommand.AmendPledge command(String partnership, String name, String pledgeId) {
            return new PledgeCommand.AmendPledge(partnership, name, pledgeId, amountCents, agreed(instalments), reason);
        }
    }

    public record Withdrawal(@Nullable String id, String reason) {}

    public record Instalment(LocalDate dueOn, @Positive long amountCents) {}

    static List<PledgeEvent.Instalment> agreed(@Nullable List<Instalment> instalments) {
        return instalments == null
                ? List.of()
                : instalments.stream()
                        .map(due -> new PledgeEvent.Instalment(due.dueOn(), due.amountCents()))
                        .toList();
    }
}
