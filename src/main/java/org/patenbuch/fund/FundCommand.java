package org.patenbuch.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;

/** What can be asked of a fund's stream. Amounts in cents. */
public sealed interface FundCommand extends Command {
    /** The fund it is about. */
    String fundId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "fund", fundId());
    }

    record OpenFund(
            String partnership,
            String id,
            String name,
            String purpose,
            boolean restricted,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "fund";
        }

        @Override
        public String fundId() {
            return id;
        }
    }

    /** Takes the place of an earlier plan for the same year and category; 0 cents plans nothing any more. */
    record PlanBudgetLine(
            String partnership,
            String id,
            String fundId,
            int year,
            String category,
            long amountCents,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "budget-line";
        }
    }

    /** @param valuationBasis for something in kind; null where an older list does not say it */
    record RecordContribution(
            String partnership,
            String id,
            String fundId,
            String partnerId,
            @Nullable String pledgeId,
            ContributionKind kindOfContribution,
            Nature nature,
            long amountCents,
            LocalDate receivedOn,
            String evidence,
            @Nullable String valuationBasis,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "contribution";
        }
    }

    /** @param fundId the fund the contribution was recorded in, as the register of entries says */
    record ReverseContribution(
            String partnership,
            String id,
            String fundId,
            String contributionId,
            @Override String reason) implements FundCommand {
        @Override
        public String kind() {
            return "contribution-reversal";
        }
    }

    record RecordExpense(
            String partnership,
            String id,
            String fundId,
            String category,
            long amountCents,
            LocalDate paidOn,
            String payee,
            String voucher,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "expense";
        }
    }

    /** @param fundId the fund the expense was paid from, as the register of entries says */
    record ReverseExpense(
            String partnership,
            String id,
            String fundId,
            String expenseId,
            @Override String reason) implements FundCommand {
        @Override
        public String kind() {
            return "expense-reversal";
        }
    }

    /** Out of a free fund into any other of the same partnership. */
    record TransferMoney(
            String partnership,
            String id,
            String fundId,
            String toFundId,
            long amountCents,
            LocalDate on,
            @Override String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "transfer";
        }

        String toStream() {
            return StreamName.of(partnership, "fund", toFundId);
        }
    }
}
