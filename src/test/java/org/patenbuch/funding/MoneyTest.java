package org.patenbuch.funding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.fund.FundCommand.OpenFund;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundCommand.TransferMoney;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.partner.PartnerCommand.RegisterPartner;
import org.patenbuch.partner.PartnerEvent.Kind;
import org.patenbuch.partner.PartnerEvent.PartnerRole;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.annotation.Autowired;

/** Money moved by the ordinary commands, and the view asked about it; {@code last} is the newest receipt. */
public abstract class MoneyTest extends LedgerTest {
    static final LocalDate JANUARY = LocalDate.of(2013, 1, 1);
    static final LocalDate DECEMBER = LocalDate.of(2013, 12, 31);

    @Autowired
    FundingView view;

    @Autowired
    FundingLists lists;

    protected Receipt last;

    protected void partner(String id) {
        last = send(new RegisterPartner(
                partnership, id, "Partner " + id, Kind.COMPANY, List.of(PartnerRole.FUNDER), JANUARY));
    }

    protected void fund(String id, boolean restricted) {
        last = send(new OpenFund(partnership, id, "Topf " + id, "Zweck", restricted, null));
    }

    protected void pledge(String id, String partner, String fund, LocalDate from, long cents) {
        last = send(new MakePledge(partnership, id, partner, fund, cents, from, from.plusYears(1), List.of(), null));
    }

    void amend(String pledge, long cents) {
        last = send(new AmendPledge(partnership, fresh(), pledge, cents, List.of(), "anders"));
    }

    void withdraw(String pledge) {
        last = send(new WithdrawPledge(partnership, fresh(), pledge, "anders"));
    }

    protected void give(String id, String partner, String fund, @Nullable String pledge, LocalDate on, long cents) {
        give(id, partner, fund, pledge, ContributionKind.MONEY, on, cents);
    }

    void give(
            String id,
            String partner,
            String fund,
            @Nullable String pledge,
            ContributionKind kind,
            LocalDate on,
            long cents) {
        last = send(new RecordContribution(
                partnership, id, fund, partner, pledge, kind, Nature.GIFT, cents, on, "Kontoauszug", null, null));
    }

    void takeBack(String contribution, String fund) {
        last = send(new ReverseContribution(partnership, fresh(), fund, contribution, "falsch"));
    }

    protected void pay(String id, String fund, LocalDate on, long cents) {
        last = send(new RecordExpense(partnership, id, fund, "Sachkosten", cents, on, "Büro", "Beleg", null));
    }

    void unpay(String expense, String fund) {
        last = send(new ReverseExpense(partnership, fresh(), fund, expense, "falsch"));
    }

    void move(String from, String to, LocalDate on, long cents) {
        last = send(new TransferMoney(partnership, fresh(), from, to, cents, on, "Ausgleich"));
    }

    private static String fresh() {
        return java.util.UUID.randomUUID().toString();
    }

    /** As known when the newest command had been read. */
    Funding now(@Nullable LocalDate from, @Nullable LocalDate to) {
        return view.answer(partnership, asked(from, to, null, last.position()));
    }

    Funding at(long position, @Nullable LocalDate from, @Nullable LocalDate to) {
        return view.answer(partnership, asked(from, to, position, null));
    }

    static Asked asked(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long at, @Nullable Long minPosition) {
        return new Asked(from, to, at, null, minPosition, null, null, null, null, null, null, null, null);
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2013, month, day);
    }
}
