package org.patenbuch.fund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.fund.FundCommand.CloseFund;
import org.patenbuch.fund.FundCommand.LinkContribution;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.PlanBudgetLine;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundCommand.TransferMoney;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionLinked;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ContributionReversed;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.ExpenseReversed;
import org.patenbuch.fund.FundEvent.FileAttached;
import org.patenbuch.fund.FundEvent.FundClosed;
import org.patenbuch.fund.FundEvent.FundOpened;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Part;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.pledge.Plausible;
import org.patenbuch.pledge.Pledges;

/** Takes in contributions and pays expenses from them, first in, first out; its cash never goes below zero. */
@Aggregate(type = "fund", snapshotTriggerDefinition = "longStream")
class Fund {
    @AggregateIdentifier
    private String stream;

    private boolean restricted;
    private boolean closed;
    private Cash cash = new Cash();
    private Set<String> reversedContributions = new HashSet<>();
    private Set<String> reversedExpenses = new HashSet<>();
    /** Pledges by the contribution that keeps them since it was linked. */
    private Map<String, String> linked = new HashMap<>();

    Fund() {}

    @CommandHandler
    Fund(OpenFund command) {
        apply(new FundOpened(command.id(), command.name(), command.purpose(), command.restricted()));
    }

    @CommandHandler
    void decide(PlanBudgetLine command, Periods periods) {
        Plausible.requirePlan(command.amountCents());
        requireOpen(command);
        LocalDate lastDay = LocalDate.of(Math.clamp(command.year(), 0, 9999), 12, 31);
        Plausible.requireDay(lastDay);
        periods.requireOpen(command.partnership(), lastDay);
        apply(command.planned());
    }

    @CommandHandler
    void decide(RecordContribution command, References references, Pledges pledges, Periods periods, Clock clock) {
        Plausible.requireMoved(command.amountCents(), command.receivedOn(), clock);
        requireOpen(command);
        references.require(command.partnership(), "partner", command.partnerId());
        periods.requireOpen(command.partnership(), command.receivedOn());
        if (command.pledgeId() != null) {
            pledges.requireFor(command.partnership(), command.pledgeId(), command.partnerId(), command.fundId());
        }
        apply(command.recorded());
    }

    @CommandHandler
    void decide(ReverseContribution command, Originals originals, Periods periods) {
        ContributionRecorded original =
                originals.contribution(command.partnership(), command.fundId(), command.contributionId());
        if (reversedContributions.contains(original.contributionId())) {
            throw new Rejected("contribution.already-reversed", original.contributionId());
        }
        if (original.kind() == ContributionKind.MONEY && !cash.holds(original)) {
            throw new Rejected("contribution.spent", original.contributionId());
        }
        periods.requireOpen(command.partnership(), original.receivedOn());
        String pledgeId = linked.getOrDefault(original.contributionId(), original.pledgeId());
        apply(original.reversed(pledgeId, command.reason()));
    }

    @CommandHandler
    void decide(RecordExpense command, Periods periods, Clock clock) {
        Plausible.requireMoved(command.amountCents(), command.paidOn(), clock);
        requireOpen(command);
        periods.requireOpen(command.partnership(), command.paidOn());
        List<Part> parts = split(command.fundId(), command.amountCents(), command.paidOn());
        apply(command.paidBy(parts, LocalDate.now(clock).getYear()));
    }

    @CommandHandler
    void decide(ReverseExpense command, Originals originals, Periods periods) {
        ExpenseRecorded original = originals.expense(command.partnership(), command.fundId(), command.expenseId());
        if (reversedExpenses.contains(original.expenseId())) {
            throw new Rejected("expense.already-reversed", original.expenseId());
        }
        requireOpen(command);
        periods.requireOpen(command.partnership(), original.paidOn());
        apply(original.reversed(command.reason()));
    }

    @CommandHandler
    void decide(LinkContribution command, Originals originals, Pledges pledges, Periods periods) {
        ContributionRecorded original =
                originals.contribution(command.partnership(), command.fundId(), command.contributionId());
        if (reversedContributions.contains(original.contributionId())) {
            throw new Rejected("contribution.already-reversed", original.contributionId());
        }
        String kept = linked.getOrDefault(original.contributionId(), original.pledgeId());
        if (kept != null) {
            throw new Rejected("contribution.already-linked", original.contributionId(), kept);
        }
        periods.requireOpen(command.partnership(), original.receivedOn());
        pledges.requireFor(command.partnership(), command.pledgeId(), original.partnerId(), command.fundId());
        apply(new ContributionLinked(
                original.contributionId(), command.fundId(), command.pledgeId(), original.amountCents()));
    }

    @CommandHandler
    void decide(CloseFund command, Pledges pledges) {
        requireOpen(command);
        if (cash.cents() > 0) {
            throw new Rejected("fund.not-empty", command.fundId(), cash.cents());
        }
        pledges.takeNoMore(command.partnership(), command.fundId());
        apply(new FundClosed(command.fundId(), command.reason()));
    }

    /** What has been decided beside the fund's own state. */
    void record(FileAttached file) {
        apply(file);
    }

    private void requireOpen(FundCommand command) {
        if (closed) {
            throw new Rejected("fund.closed", command.fundId());
        }
    }

    /** The giving side of {@link Transfers}; a closed fund has nothing to give. */
    List<Part> handOver(TransferMoney command) {
        if (restricted) {
            throw new Rejected("fund.restricted", command.fundId());
        }
        List<Part> parts = split(command.fundId(), command.amountCents(), command.on());
        apply(command.leaving(parts));
        return parts;
    }

    /** The receiving side of {@link Transfers}. */
    void takeIn(TransferMoney command, List<Part> leaving) {
        if (closed) {
            throw new Rejected("fund.closed", command.toFundId());
        }
        apply(command.arriving(cash.arriving(command.id(), command.on(), leaving)));
    }

    private List<Part> split(String fundId, long amountCents, LocalDate day) {
        List<Part> parts = cash.split(amountCents, day);
        long missing = amountCents - Cash.together(parts);
        if (missing > 0) {
            throw new Rejected("fund.overdrawn", fundId, missing, day);
        }
        return parts;
    }

    @EventSourcingHandler
    void on(FundOpened event, @MetaDataValue("partnership") String partnership) {
        stream = StreamName.of(partnership, "fund", event.fundId());
        restricted = event.restricted();
    }

    @EventSourcingHandler
    void on(ContributionRecorded event) {
        if (event.kind() == ContributionKind.MONEY) {
            cash.receive(event.contributionId(), event.receivedOn(), event.amountCents());
        }
    }

    @EventSourcingHandler
    void on(ContributionLinked event) {
        linked.put(event.contributionId(), event.pledgeId());
    }

    @EventSourcingHandler
    void on(FundClosed event) {
        closed = true;
    }

    @EventSourcingHandler
    void on(ContributionReversed event) {
        reversedContributions.add(event.contributionId());
        cash.remove(event.contributionId());
    }

    @EventSourcingHandler
    void on(ExpenseRecorded event) {
        cash.take(event.parts());
    }

    @EventSourcingHandler
    void on(ExpenseReversed event) {
        reversedExpenses.add(event.expenseId());
        cash.giveBack(event.parts());
    }

    @EventSourcingHandler
    void on(MoneyTransferredOut event) {
        cash.take(event.parts());
    }

    @EventSourcingHandler
    void on(MoneyTransferredIn event) {
        cash.receive(event.parts());
    }
}
