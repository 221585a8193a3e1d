package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.patenbuch.eventstore.Command;
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
import org.patenbuch.fund.ProposalCommand.AcceptProposal;
import org.patenbuch.fund.ProposalCommand.DeclineProposal;
import org.patenbuch.fund.ProposalCommand.ProposeExpense;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;

/**
 * The rules of money once more, as plainly as they can be written: everything in memory, nothing thrown away, every sum
 * added up anew. It shares no code with what it is compared with.
 */
final class MoneyModel {
    static final class Fund {
        String id;
        boolean restricted;
        boolean closed;
        final List<Lot> lots = new ArrayList<>();
    }

    static final class Lot {
        Gift gift;
        LocalDate day;
        long left;
    }

    static final class Gift {
        RecordContribution as;
        Lot lot;
        boolean reversed;
        /** The promise it keeps, from the start or since it was linked. */
        String promise;
    }

    static final class Cost {
        RecordExpense as;
        final Map<Lot, Long> taken = new LinkedHashMap<>();
        boolean reversed;
    }

    static final class Promise {
        MakePledge as;
        long cents;
        boolean withdrawn;
    }

    static final class Proposal {
        ProposeExpense as;
        String status = "OPEN";
        /** As which it was recorded, if it was. */
        String expense;
    }

    final Map<String, String> partners = new TreeMap<>();
    final Map<String, Fund> funds = new TreeMap<>();
    final Map<String, Gift> gifts = new TreeMap<>();
    final Map<String, Cost> costs = new TreeMap<>();
    final Map<String, Promise> promises = new TreeMap<>();
    final Map<String, Proposal> proposals = new TreeMap<>();
    final List<TransferMoney> transfers = new ArrayList<>();
    final Map<String, LockPeriod> locks = new TreeMap<>();
    private final Set<String> reopened = new HashSet<>();

    /** @return the code it is refused with; empty if it is accepted */
    String apply(Command command) {
        return switch (command) {
            case RegisterPartner c -> partners.put(c.id(), c.name()) == null ? "" : "impossible";
            case OpenFund c -> open(c);
            case MakePledge c -> make(c);
            case AmendPledge c -> amend(c);
            case WithdrawPledge c -> withdraw(c);
            case RecordContribution c -> give(c);
            case ReverseContribution c -> takeBack(c);
            case RecordExpense c -> pay(c);
            case ReverseExpense c -> unpay(c);
            case ProposeExpense c -> propose(c);
            case AcceptProposal c -> accept(c);
            case DeclineProposal c -> decline(c);
            case TransferMoney c -> move(c);
            case LinkContribution c -> link(c);
            case CloseFund c -> close(c);
            case PlanBudgetLine c -> plan(c);
            case LockPeriod c -> locks.put(c.id(), c) == null ? "" : "impossible";
            case ReopenPeriod c -> locks.containsKey(c.lockId()) && reopened.add(c.lockId()) ? "" : "unknown-reference";
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private boolean locked(LocalDate day) {
        return locks.values().stream()
                .anyMatch(
                        lock -> !reopened.contains(lock.id()) && !day.isBefore(lock.from()) && !day.isAfter(lock.to()));
    }

    private String open(OpenFund command) {
        Fund fund = new Fund();
        fund.id = command.id();
        fund.restricted = command.restricted();
        funds.put(fund.id, fund);
        return "";
    }

    private String make(MakePledge command) {
        if (!partners.containsKey(command.partnerId()) || !funds.containsKey(command.fundId())) {
            return "unknown-reference";
        } else if (funds.get(command.fundId()).closed) {
            return "fund.closed";
        } else if (locked(command.from())) {
            return "period.locked";
        }
        Promise promise = new Promise();
        promise.as = command;
        promise.cents = command.amountCents();
        promises.put(command.id(), promise);
        return "";
    }

    private String amend(AmendPledge command) {
        Promise promise = promises.get(command.pledgeId());
        if (promise == null) {
            return "unknown-reference";
        } else if (promise.withdrawn) {
            return "pledge.withdrawn";
        } else if (locked(promise.as.from())) {
            return "period.locked";
        } else if (command.amountCents() < received(promise)) {
            return "pledge.below-received";
        }
        promise.cents = command.amountCents();
        return "";
    }

    private String withdraw(WithdrawPledge command) {
        Promise promise = promises.get(command.pledgeId());
        if (promise == null) {
            return "unknown-reference";
        } else if (promise.withdrawn) {
            return "pledge.withdrawn";
        } else if (locked(promise.as.from())) {
            return "period.locked";
        }
        promise.withdrawn = true;
        return "";
    }

    private String give(RecordContribution command) {
        Promise promise = command.pledgeId() == null ? null : promises.get(command.pledgeId());
        if (!funds.containsKey(command.fundId())) {
            return "unknown-reference";
        } else if (funds.get(command.fundId()).closed) {
            return "fund.closed";
        } else if (!partners.containsKey(command.partnerId())) {
            return "unknown-reference";
        } else if (locked(command.receivedOn())) {
            return "period.locked";
        } else if (command.pledgeId() != null && promise == null) {
            return "unknown-reference";
        } else if (promise != null && !promise.as.partnerId().equals(command.partnerId())) {
            return "pledge.of-another-partner";
        } else if (promise != null && !promise.as.fundId().equals(command.fundId())) {
            return "pledge.of-another-fund";
        } else if (promise != null && promise.withdrawn) {
            return "pledge.withdrawn";
        }
        Gift gift = new Gift();
        gift.as = command;
        gift.promise = command.pledgeId();
        gifts.put(command.id(), gift);
        if (command.kindOfContribution() == ContributionKind.MONEY) {
            gift.lot = arrive(command.fundId(), gift, command.receivedOn(), command.amountCents());
        }
        return "";
    }

    private Lot arrive(String fund, Gift gift, LocalDate day, long cents) {
        Lot lot = new Lot();
        lot.gift = gift;
        lot.day = day;
        lot.left = cents;
        funds.get(fund).lots.add(lot);
        return lot;
    }

    private String takeBack(ReverseContribution command) {
        Gift gift = gifts.get(command.contributionId());
        if (gift == null) {
            return "unknown-reference";
        } else if (gift.reversed) {
            return "contribution.already-reversed";
        } else if (gift.lot != null && gift.lot.left < gift.as.amountCents()) {
            return "contribution.spent";
        } else if (locked(gift.as.receivedOn())) {
            return "period.locked";
        }
        gift.reversed = true;
        if (gift.lot != null) {
            gift.lot.left = 0;
        }
        return "";
    }

    private String pay(RecordExpense command) {
        String refused = unpayable(command);
        if (refused.isEmpty()) {
            book(command);
        }
        return refused;
    }

    private String unpayable(RecordExpense command) {
        Fund fund = funds.get(command.fundId());
        if (fund == null) {
            return "unknown-reference";
        } else if (fund.closed) {
            return "fund.closed";
        } else if (locked(command.paidOn())) {
            return "period.locked";
        } else if (open(fund, command.paidOn()).stream()
                        .mapToLong(lot -> lot.left)
                        .sum()
                < command.amountCents()) {
            return "fund.overdrawn";
        }
        return "";
    }

    private void book(RecordExpense command) {
        Cost cost = new Cost();
        cost.as = command;
        cost.taken.putAll(take(funds.get(command.fundId()), command.paidOn(), command.amountCents()));
        costs.put(command.id(), cost);
    }

    private String propose(ProposeExpense command) {
        if (!funds.containsKey(command.fundId())) {
            return "unknown-reference";
        }
        Proposal proposal = new Proposal();
        proposal.as = command;
        proposals.put(command.id(), proposal);
        return "";
    }

    /** What cannot be paid is told first, then that the proposal is decided already. */
    private String accept(AcceptProposal command) {
        Proposal proposal = proposals.get(command.proposalId());
        if (proposal == null) {
            return "unknown-reference";
        }
        ProposeExpense as = proposal.as;
        RecordExpense expense = new RecordExpense(
                as.partnership(),
                command.expenseId(),
                as.fundId(),
                as.category(),
                as.amountCents(),
                as.paidOn(),
                as.payee(),
                as.voucher(),
                command.reason());
        String refused = unpayable(expense);
        if (!refused.isEmpty()) {
            return refused;
        } else if (!proposal.status.equals("OPEN")) {
            return "proposal.decided";
        }
        book(expense);
        proposal.status = "ACCEPTED";
        proposal.expense = command.expenseId();
        return "";
    }

    private String decline(DeclineProposal command) {
        Proposal proposal = proposals.get(command.proposalId());
        if (proposal == null) {
            return "unknown-reference";
        } else if (!proposal.status.equals("OPEN")) {
            return "proposal.decided";
        }
        proposal.status = "DECLINED";
        return "";
    }

    private static List<Lot> open(Fund fund, LocalDate day) {
        return fund.lots.stream()
                .filter(lot -> !lot.day.isAfter(day) && lot.left > 0)
                .sorted(Comparator.comparing(lot -> lot.day))
                .toList();
    }

    private static Map<Lot, Long> take(Fund fund, LocalDate day, long cents) {
        Map<Lot, Long> taken = new LinkedHashMap<>();
        long open = cents;
        for (Lot lot : open(fund, day)) {
            long part = Math.min(open, lot.left);
            if (part > 0) {
                lot.left -= part;
                open -= part;
                taken.put(lot, part);
            }
        }
        return taken;
    }

    private String unpay(ReverseExpense command) {
        Cost cost = costs.get(command.expenseId());
        if (cost == null) {
            return "unknown-reference";
        } else if (cost.reversed) {
            return "expense.already-reversed";
        } else if (funds.get(cost.as.fundId()).closed) {
            return "fund.closed";
        } else if (locked(cost.as.paidOn())) {
            return "period.locked";
        }
        cost.reversed = true;
        cost.taken.forEach((lot, cents) -> lot.left += cents);
        return "";
    }

    private String move(TransferMoney command) {
        Fund from = funds.get(command.fundId());
        if (command.fundId().equals(command.toFundId())) {
            return "fund.transfer-to-itself";
        } else if (from == null || !funds.containsKey(command.toFundId())) {
            return "unknown-reference";
        } else if (locked(command.on())) {
            return "period.locked";
        } else if (from.restricted) {
            return "fund.restricted";
        } else if (open(from, command.on()).stream().mapToLong(lot -> lot.left).sum() < command.amountCents()) {
            return "fund.overdrawn";
        } else if (funds.get(command.toFundId()).closed) {
            return "fund.closed";
        }
        Map<Gift, Long> byGift = new LinkedHashMap<>();
        take(from, command.on(), command.amountCents())
                .forEach((lot, cents) -> byGift.merge(lot.gift, cents, Long::sum));
        byGift.forEach((gift, cents) -> arrive(command.toFundId(), gift, command.on(), cents));
        transfers.add(command);
        return "";
    }

    private String link(LinkContribution command) {
        Gift gift = gifts.get(command.contributionId());
        Promise promise = promises.get(command.pledgeId());
        if (gift == null) {
            return "unknown-reference";
        } else if (gift.reversed) {
            return "contribution.already-reversed";
        } else if (gift.promise != null) {
            return "contribution.already-linked";
        } else if (locked(gift.as.receivedOn())) {
            return "period.locked";
        } else if (promise == null) {
            return "unknown-reference";
        } else if (!promise.as.partnerId().equals(gift.as.partnerId())) {
            return "pledge.of-another-partner";
        } else if (!promise.as.fundId().equals(gift.as.fundId())) {
            return "pledge.of-another-fund";
        } else if (promise.withdrawn) {
            return "pledge.withdrawn";
        }
        gift.promise = command.pledgeId();
        return "";
    }

    private String close(CloseFund command) {
        Fund fund = funds.get(command.fundId());
        if (fund == null) {
            return "unknown-reference";
        } else if (fund.closed) {
            return "fund.closed";
        } else if (cashNow(command.fundId()) > 0) {
            return "fund.not-empty";
        }
        fund.closed = true;
        return "";
    }

    private String plan(PlanBudgetLine command) {
        Fund fund = funds.get(command.fundId());
        if (fund == null) {
            return "unknown-reference";
        } else if (fund.closed) {
            return "fund.closed";
        }
        return locked(LocalDate.of(command.year(), 12, 31)) ? "period.locked" : "";
    }

    long received(Promise promise) {
        return gifts.values().stream()
                .filter(gift -> !gift.reversed && promise.as.id().equals(gift.promise))
                .mapToLong(gift -> gift.as.amountCents())
                .sum();
    }

    /** What is left of each contribution, in whichever fund. */
    long remaining(Gift gift) {
        return funds.values().stream()
                .flatMap(fund -> fund.lots.stream())
                .filter(lot -> lot.gift == gift)
                .mapToLong(lot -> lot.left)
                .sum();
    }

    long cashNow(String fund) {
        return funds.get(fund).lots.stream().mapToLong(lot -> lot.left).sum();
    }
}
