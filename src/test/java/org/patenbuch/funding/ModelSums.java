package org.patenbuch.funding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundCommand.TransferMoney;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.pledge.PledgeCommand.MakePledge;

/** The figures of the funding view, each added up anew from everything the model holds. */
record ModelSums(MoneyModel model) {
    private long given(ContributionKind kind, LocalDate from, LocalDate to, Predicate<RecordContribution> which) {
        return model.gifts.values().stream()
                .filter(gift -> !gift.reversed && gift.as.kindOfContribution() == kind)
                .map(gift -> gift.as)
                .filter(gift ->
                        !gift.receivedOn().isBefore(from) && !gift.receivedOn().isAfter(to))
                .filter(which)
                .mapToLong(RecordContribution::amountCents)
                .sum();
    }

    private long spent(LocalDate from, LocalDate to, Predicate<RecordExpense> which) {
        return model.costs.values().stream()
                .filter(cost -> !cost.reversed)
                .map(cost -> cost.as)
                .filter(cost -> !cost.paidOn().isBefore(from) && !cost.paidOn().isAfter(to))
                .filter(which)
                .mapToLong(RecordExpense::amountCents)
                .sum();
    }

    private long promised(
            LocalDate from, LocalDate to, Predicate<MakePledge> which, ToLongFunction<MoneyModel.Promise> cents) {
        return model.promises.values().stream()
                .filter(promise ->
                        !promise.as.from().isBefore(from) && !promise.as.from().isAfter(to) && which.test(promise.as))
                .mapToLong(cents)
                .sum();
    }

    private long counted(MoneyModel.Promise promise) {
        return promise.withdrawn ? model.received(promise) : promise.cents;
    }

    private long lacking(MoneyModel.Promise promise) {
        return promise.withdrawn ? 0 : Math.max(0, promise.cents - model.received(promise));
    }

    private long balance(String fund, LocalDate to) {
        long moved = 0;
        for (TransferMoney transfer : model.transfers) {
            if (!transfer.on().isAfter(to)) {
                moved += transfer.toFundId().equals(fund) ? transfer.amountCents() : 0;
                moved -= transfer.fundId().equals(fund) ? transfer.amountCents() : 0;
            }
        }
        return given(
                        ContributionKind.MONEY,
                        LocalDate.MIN,
                        to,
                        gift -> gift.fundId().equals(fund))
                - spent(LocalDate.MIN, to, cost -> cost.fundId().equals(fund))
                + moved;
    }

    /** The view's answer for a period with both ends, but for position and time. */
    Funding answer(LocalDate from, LocalDate to, Funding like) {
        List<Funding.FundLine> byFund = new ArrayList<>();
        for (MoneyModel.Fund fund : model.funds.values()) {
            byFund.add(new Funding.FundLine(
                    fund.id,
                    "Topf " + fund.id,
                    given(
                            ContributionKind.MONEY,
                            from,
                            to,
                            gift -> gift.fundId().equals(fund.id)),
                    spent(from, to, cost -> cost.fundId().equals(fund.id)),
                    balance(fund.id, to)));
        }
        List<Funding.PartnerLine> byPartner = new ArrayList<>();
        model.partners.forEach((id, name) -> byPartner.add(new Funding.PartnerLine(
                id,
                name,
                promised(from, to, promise -> promise.partnerId().equals(id), this::counted),
                given(ContributionKind.MONEY, from, to, gift -> gift.partnerId().equals(id)),
                given(
                        ContributionKind.IN_KIND,
                        from,
                        to,
                        gift -> gift.partnerId().equals(id)),
                given(
                        ContributionKind.STAFF_TIME,
                        from,
                        to,
                        gift -> gift.partnerId().equals(id)))));
        List<Funding.MonthLine> byMonth = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            LocalDate first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
            LocalDate last = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
            byMonth.add(new Funding.MonthLine(
                    month, given(ContributionKind.MONEY, first, last, gift -> true), spent(first, last, cost -> true)));
        }
        return new Funding(totals(from, to), byPartner, byFund, byMonth, like.position(), like.knownAt());
    }

    private Funding.Totals totals(LocalDate from, LocalDate to) {
        return new Funding.Totals(
                promised(from, to, promise -> true, this::counted),
                given(ContributionKind.MONEY, from, to, gift -> true),
                given(ContributionKind.IN_KIND, from, to, gift -> true),
                given(ContributionKind.STAFF_TIME, from, to, gift -> true),
                spent(from, to, cost -> true),
                promised(from, to, promise -> true, this::lacking),
                model.funds.keySet().stream()
                        .mapToLong(fund -> balance(fund, to))
                        .sum());
    }
}
