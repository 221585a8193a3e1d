package org.patenbuch.money;

import java.util.Arrays;
import java.util.Locale;
import org.patenbuch.fund.FundForm;
import org.patenbuch.partner.PartnerForm;
import org.patenbuch.partnership.PartnershipForm;
import org.patenbuch.pledge.PledgeForm;
import org.patenbuch.web.NotFound;

/** Everything that can be entered about money: by which form, and which right it takes. */
public enum MoneyEntry {
    PARTNER(PartnerForm.Registration.class, "RegisterPartner", "P", "partners/{id}"),
    FUND(FundForm.Opening.class, "OpenFund", "F", "funds/{id}"),
    BUDGET_LINE(FundForm.BudgetLine.class, "PlanBudgetLine", "E", "funds/{of}"),
    TRANSFER(FundForm.Transfer.class, "TransferMoney", "T", "funds/{of}"),
    FUND_CLOSING(FundForm.Reversal.class, "CloseFund", "S", "funds/{of}"),
    PLEDGE(PledgeForm.Promise.class, "MakePledge", "Z", "pledges/{id}"),
    PLEDGE_AMENDMENT(PledgeForm.Amendment.class, "AmendPledge", "N", "pledges/{of}"),
    PLEDGE_WITHDRAWAL(PledgeForm.Withdrawal.class, "WithdrawPledge", "W", "pledges/{of}"),
    CONTRIBUTION(FundForm.Contribution.class, "RecordContribution", "B", "contributions/{id}"),
    CONTRIBUTION_LINK(FundForm.Link.class, "LinkContribution", "L", "contributions/{of}"),
    CONTRIBUTION_REVERSAL(FundForm.Reversal.class, "ReverseContribution", "R", "contributions/{of}"),
    EXPENSE(FundForm.Expense.class, "RecordExpense", "A", "expenses/{id}"),
    EXPENSE_REVERSAL(FundForm.Reversal.class, "ReverseExpense", "R", "expenses/{of}"),
    PROPOSAL(FundForm.Expense.class, "ProposeExpense", "V", "proposals"),
    PROPOSAL_ACCEPTANCE(FundForm.Acceptance.class, "AcceptProposal", "A", "expenses/{id}"),
    PROPOSAL_REFUSAL(FundForm.Reversal.class, "DeclineProposal", "R", "proposals"),
    PERIOD_LOCK(PartnershipForm.PeriodLock.class, "LockPeriod", "L", "periods"),
    REOPENING(PartnershipForm.Reopening.class, "ReopenPeriod", "O", "periods"),
    RULE(PartnershipForm.NewRule.class, "SetRule", "R", "periods");

    final Class<? extends Record> form;
    /** By which {@code Permissions} know it. */
    final String command;
    /** What a name begins with that is made here. */
    final String prefix;

    private final String next;

    MoneyEntry(Class<? extends Record> form, String command, String prefix, String next) {
        this.form = form;
        this.command = command;
        this.prefix = prefix;
        this.next = next;
    }

    /** @throws NotFound if there is nothing of that name to be entered */
    static MoneyEntry at(String path) {
        return Arrays.stream(values())
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "money.enter." + path();
    }

    /** Where one is taken when it is booked. */
    String next(String id, String of) {
        return next.replace("{id}", id).replace("{of}", of);
    }

    /** The list of what it decides about by what a page showed, empty where it only adds something. */
    String decides() {
        return switch (this) {
            case FUND_CLOSING -> "funds";
            case PLEDGE_AMENDMENT, PLEDGE_WITHDRAWAL -> "pledges";
            case CONTRIBUTION_LINK, CONTRIBUTION_REVERSAL -> "contributions";
            case EXPENSE_REVERSAL -> "expenses";
            case PROPOSAL_ACCEPTANCE, PROPOSAL_REFUSAL -> "proposals";
            default -> "";
        };
    }

    /** Whether it is about something that is there already. */
    public boolean aboutOther() {
        return switch (this) {
            case BUDGET_LINE,
                    TRANSFER,
                    FUND_CLOSING,
                    PLEDGE_AMENDMENT,
                    PLEDGE_WITHDRAWAL,
                    CONTRIBUTION_LINK,
                    CONTRIBUTION_REVERSAL,
                    EXPENSE_REVERSAL,
                    PROPOSAL_ACCEPTANCE,
                    PROPOSAL_REFUSAL,
                    REOPENING -> true;
            default -> false;
        };
    }
}
