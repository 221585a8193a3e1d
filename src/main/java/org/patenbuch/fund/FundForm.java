package org.patenbuch.fund;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;

/** What a person or program sends about a fund and its money. */
public final class FundForm {
    private FundForm() {}

    public record Opening(
            @Nullable String id,
            @Size(max = 200) String name,
            String purpose,
            boolean restricted,
            @Nullable String reason) {
        public FundCommand.OpenFund command(String partnership, String name) {
            return new FundCommand.OpenFund(partnership, name, name(), purpose, restricted, reason);
        }
    }

    /** @param amountCents 0 plans nothing any more */
    public record BudgetLine(
            @Nullable String id,
            @Min(1900) @Max(2199) int year,
            @Size(max = 200) String category,
            @PositiveOrZero long amountCents,
            @Nullable String reason) {
        public FundCommand.PlanBudgetLine command(String partnership, String name, String fundId) {
            return new FundCommand.PlanBudgetLine(partnership, name, fundId, year, category, amountCents, reason);
        }
    }

    public record Transfer(
            @Nullable String id, String toFundId, @Positive long amountCents, LocalDate on, String reason) {
        public FundCommand.TransferMoney command(String partnership, String name, String fundId) {
            return new FundCommand.TransferMoney(partnership, name, fundId, toFundId, amountCents, on, reason);
        }
    }

    public record Contribution(
            @Nullable String id,
            String partnerId,
            String fundId,
            @Nullable String pledgeId,
            ContributionKind kind,
            Nature nature,
            @Positive long amountCents,
            LocalDate receivedOn,
            String evidence,
            @Nullable String valuationBasis,
            @Nullable String reason) {
        /** @throws Misshapen if something in kind does not say what its value rests on (§ 50(7) EStDV) */
        public void requireBasis() {
            if (kind == ContributionKind.IN_KIND && valuationBasis == null) {
                throw new Misshapen(List.of(FieldProblem.of("valuationBasis", "form.required")));
            }
        }

        public FundCommand.RecordContribution command(String partnership, String name) {
            return new FundCommand.RecordContribution(
                    partnership,
                    name,
                    fundId,
                    partnerId,
                    pledgeId,
                    kind,
                    nature,
                    amountCents,
                    receivedOn,
                    evidence,
                    valuationBasis,
                    reason);
        }
    }

    public record Expense(
            @Nullable String id,
            String fundId,
            @Size(max = 200) String category,
            @Positive long amountCents,
            LocalDate paidOn,
            @Size(max = 200) String payee,
            String voucher,
            @Nullable String reason) {
        public FundCommand.RecordExpense command(String partnership, String name) {
            return new FundCommand.RecordExpense(
                    partnership, name, fundId, category, amountCents, paidOn, payee, voucher, reason);
        }

        public ProposalCommand.ProposeExpense proposal(String partnership, String name) {
            return new ProposalCommand.ProposeExpense(
                    partnership, name, fundId, category, amountCents, paidOn, payee, voucher, reason);
        }

        /** Never the payee: it may be a person. */
        @Override
        public String toString() {
            return "expense " + id;
        }
    }

    public record Reversal(@Nullable String id, String reason) {}

    /** To a pledge that was there when it came unannounced. */
    public record Link(
            @Nullable String id, String pledgeId, @Nullable String reason) {}

    /** @param paidOn where it was not paid on the day that was proposed; so with the voucher */
    public record Acceptance(
            @Nullable String expenseId,
            @Nullable LocalDate paidOn,
            @Nullable String voucher,
            @Nullable String reason) {}
}
