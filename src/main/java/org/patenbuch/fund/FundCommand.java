package org.patenbuch.fund;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.kernel.Personal;
import org.patenbuch.kernel.TextKind;

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

        FundEvent.BudgetLinePlanned planned() {
            return new FundEvent.BudgetLinePlanned(id, fundId, year, category, amountCents);
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

        FundEvent.ContributionRecorded recorded() {
            return new FundEvent.ContributionRecorded(
                    id,
                    fundId,
                    partnerId,
                    pledgeId,
                    kindOfContribution,
                    nature,
                    amountCents,
                    receivedOn,
                    evidence,
                    valuationBasis);
        }
    }

    /** To a pledge of the same partner and fund, once. */
    record LinkContribution(
            String partnership,
            String id,
            String fundId,
            String contributionId,
            String pledgeId,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "contribution-link";
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

        FundEvent.ExpenseRecorded paidBy(List<FundEvent.Part> parts, int yearRecorded) {
            Personal sealed = Personal.of(partnership, TextKind.PAYEE, yearRecorded, payee);
            return new FundEvent.ExpenseRecorded(id, fundId, category, amountCents, paidOn, sealed, voucher, parts);
        }

        /** Never the payee: it may be a person. */
        @Override
        public String toString() {
            return "expense " + id;
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

    /** Only a fund without cash. */
    record CloseFund(
            String partnership,
            String id,
            String fundId,
            @Override String reason) implements FundCommand {
        @Override
        public String kind() {
            return "fund-closing";
        }
    }

    /** @param fundId the fund the entry stands in, as the register of entries says */
    record AttachFile(
            String partnership,
            String id,
            String fundId,
            FundEvent.Entry entry,
            String entryId,
            String sha256,
            String mediaType,
            long sizeBytes,
            @Override @Nullable String reason)
            implements FundCommand {
        @Override
        public String kind() {
            return "file";
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

        FundEvent.MoneyTransferredOut leaving(List<FundEvent.Part> parts) {
            return new FundEvent.MoneyTransferredOut(id, fundId, toFundId, amountCents, on, parts, reason);
        }

        FundEvent.MoneyTransferredIn arriving(List<FundEvent.Part> parts) {
            return new FundEvent.MoneyTransferredIn(id, toFundId, fundId, amountCents, on, parts);
        }

        String toStream() {
            return StreamName.of(partnership, "fund", toFundId);
        }
    }
}
