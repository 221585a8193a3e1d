package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.fund.Accepting;
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
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.fund.FundForm;
import org.patenbuch.fund.ProposalCommand.AcceptProposal;
import org.patenbuch.fund.ProposalCommand.DeclineProposal;
import org.patenbuch.fund.ProposalCommand.ProposeExpense;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;

/** Commands as a hurried and careless treasurer might send them, the same for the same seed. */
public final class RandomMoney {
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    private static final int DAYS = 1_096;
    private static final FundForm.Acceptance AS_PROPOSED = new FundForm.Acceptance(null, null, null, null);

    private final Random random;
    private final String partnership;
    private int number;
    private final List<String> funds = new ArrayList<>();
    private final List<MakePledge> pledges = new ArrayList<>();
    private final List<RecordContribution> gifts = new ArrayList<>();
    private final List<RecordExpense> costs = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private final List<ProposeExpense> proposals = new ArrayList<>();
    private final List<ProposeExpense> neverAccepted = new ArrayList<>();

    public RandomMoney(long seed, String partnership) {
        this.random = new Random(seed);
        this.partnership = partnership;
    }

    /** Whoever reopens a period is another than the one who locked it. */
    public static Who treasurer(Command command) {
        String actor = command instanceof ReopenPeriod ? "coordinator" : "finance";
        return new Who(command.partnership(), actor, EnumSet.allOf(Role.class), null, null);
    }

    /** As the screens and the API send it: an acceptance records the expense as well. */
    public static Receipt dispatch(Command command, Ledger ledger, Accepting accepting) {
        return command instanceof AcceptProposal acceptance
                ? accepting.accept(acceptance.proposalId(), AS_PROPOSED, treasurer(command), Origin.api())
                : ledger.send(command, treasurer(command), Origin.api());
    }

    /** What every history begins with. */
    public List<Command> beginning() {
        List<Command> commands = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            commands.add(new RegisterPartner(partnership, "P-" + i, "Partner " + i, Kind.COMPANY, List.of(), FIRST));
            commands.add(fund(i == 1));
        }
        return commands;
    }

    private OpenFund fund(boolean restricted) {
        String id = name("F");
        funds.add(id);
        return new OpenFund(partnership, id, "Topf " + id, "Zweck", restricted, null);
    }

    public Command next() {
        int dice = random.nextInt(112);
        if (dice >= 100) return proposal(dice - 100);
        if (dice < 28) return gift();
        if (dice < 52) return cost();
        if (dice < 60) return move();
        if (dice < 70) return unpay();
        if (dice < 78) return takeBack();
        if (dice < 85) return promise();
        if (dice < 89) return amend();
        if (dice < 91) return new WithdrawPledge(partnership, name("W"), any(promised()), "anders");
        if (dice < 92) return lock();
        if (dice < 94) return new ReopenPeriod(partnership, name("O"), any(locks), "Beleg gefunden");
        if (dice < 97) return link();
        if (dice < 98) return plan();
        return dice < 99 ? new CloseFund(partnership, name("S"), any(funds), "fertig") : fund(random.nextBoolean());
    }

    private RecordContribution gift() {
        ContributionKind kind =
                random.nextInt(5) > 0 ? ContributionKind.MONEY : ContributionKind.values()[random.nextInt(3)];
        MakePledge kept = pledges.isEmpty() || random.nextInt(4) > 0 ? null : pledges.get(anyOf(pledges.size()));
        var gift = new RecordContribution(
                partnership,
                name("B"),
                kept == null ? any(funds) : kept.fundId(),
                kept == null ? partner() : kept.partnerId(),
                kept != null ? kept.id() : random.nextInt(5) > 0 ? null : any(promised()),
                kind,
                Nature.GIFT,
                1 + random.nextInt(100_000),
                day(),
                "Kontoauszug",
                null,
                null);
        gifts.add(gift);
        return gift;
    }

    private RecordExpense cost() {
        var cost = new RecordExpense(
                partnership,
                name("A"),
                any(funds),
                "Sachkosten",
                1 + random.nextInt(60_000),
                day(),
                "Büro",
                "Beleg",
                null);
        costs.add(cost);
        return cost;
    }

    private Command proposal(int dice) {
        if (dice < 5 || proposals.isEmpty()) return propose();
        if (dice < 10) return accept();
        return new DeclineProposal(partnership, name("D"), any(ids(proposals)), "zu teuer");
    }

    private ProposeExpense propose() {
        var proposal = new ProposeExpense(
                partnership,
                name("V"),
                any(funds),
                "Sachkosten",
                1 + random.nextInt(60_000),
                day(),
                "Büro",
                "Beleg",
                null);
        proposals.add(proposal);
        neverAccepted.add(proposal);
        return proposal;
    }

    /** Of each proposal once, declined or not; the expense it becomes may be reversed as any other. */
    private AcceptProposal accept() {
        String id = any(ids(neverAccepted));
        String expense = "A-" + id;
        proposals.stream().filter(proposal -> proposal.id().equals(id)).forEach(proposal -> {
            neverAccepted.remove(proposal);
            costs.add(new RecordExpense(
                    partnership,
                    expense,
                    proposal.fundId(),
                    proposal.category(),
                    proposal.amountCents(),
                    proposal.paidOn(),
                    proposal.payee(),
                    proposal.voucher(),
                    null));
        });
        return new AcceptProposal(partnership, "accept-" + id, id, expense, null);
    }

    private static List<String> ids(List<ProposeExpense> proposals) {
        return proposals.stream().map(ProposeExpense::id).toList();
    }

    private TransferMoney move() {
        int cents = 1 + random.nextInt(40_000);
        return new TransferMoney(partnership, name("T"), any(funds), any(funds), cents, day(), "Ausgleich");
    }

    private Command unpay() {
        if (costs.isEmpty()) return cost();
        RecordExpense cost = costs.get(random.nextInt(costs.size()));
        return new ReverseExpense(partnership, name("RA"), cost.fundId(), cost.id(), "falsch");
    }

    private Command takeBack() {
        if (gifts.isEmpty()) return gift();
        RecordContribution gift = gifts.get(random.nextInt(gifts.size()));
        return new ReverseContribution(partnership, name("RB"), gift.fundId(), gift.id(), "falsch");
    }

    private Command link() {
        if (gifts.isEmpty()) return gift();
        RecordContribution gift = gifts.get(random.nextInt(gifts.size()));
        List<String> fitting = pledges.stream()
                .filter(pledge -> pledge.partnerId().equals(gift.partnerId())
                        && pledge.fundId().equals(gift.fundId()))
                .map(MakePledge::id)
                .toList();
        String pledge = any(fitting.isEmpty() || random.nextInt(3) == 0 ? promised() : fitting);
        return new LinkContribution(partnership, name("K"), gift.fundId(), gift.id(), pledge, null);
    }

    private PlanBudgetLine plan() {
        int year = day().getYear();
        return new PlanBudgetLine(partnership, name("E"), any(funds), year, "Sachkosten", random.nextInt(50_000), null);
    }

    private MakePledge promise() {
        LocalDate from = day();
        var pledge = new MakePledge(
                partnership,
                name("Z"),
                partner(),
                any(funds),
                1 + random.nextInt(200_000),
                from,
                from.plusDays(random.nextInt(700)),
                List.of(),
                null);
        pledges.add(pledge);
        return pledge;
    }

    private AmendPledge amend() {
        int cents = 1 + random.nextInt(200_000);
        return new AmendPledge(partnership, name("N"), any(promised()), cents, List.of(), "anders");
    }

    private List<String> promised() {
        return pledges.stream().map(MakePledge::id).toList();
    }

    private LockPeriod lock() {
        String id = name("L");
        locks.add(id);
        LocalDate from = day();
        return new LockPeriod(partnership, id, from, from.plusDays(random.nextInt(60)));
    }

    public LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    public boolean once(int inHowMany) {
        return random.nextInt(inHowMany) == 0;
    }

    /** Any of so many, from 0. */
    public int anyOf(int howMany) {
        return random.nextInt(howMany);
    }

    private String partner() {
        return "P-" + (1 + random.nextInt(random.nextInt(20) == 0 ? 4 : 3));
    }

    private String any(List<String> known) {
        return known.isEmpty() || random.nextInt(40) == 0 ? "NONE" : known.get(random.nextInt(known.size()));
    }

    private String name(String prefix) {
        return prefix + "-" + ++number;
    }
}
