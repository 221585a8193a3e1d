package org.patenbuch.funding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists what the funding view's sums are made of, one by one, as of any moment of knowledge. */
@Component
public class FundingLists {
    private static final String[] NOBODY = {};

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Payees payees;

    FundingLists(JdbcClient jdbc, Moments moments, Payees payees) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.payees = payees;
    }

    public Page<PartnerRow> partners(String partnership, Asked asked) {
        return page(question -> PartnerRow.LISTING, partnership, null, asked);
    }

    /** Those of these partners that there are. */
    public List<PartnerRow> partners(String partnership, Collection<String> ids, Asked asked) {
        return several(question -> PartnerRow.LISTING, partnership, ids, asked);
    }

    public Page<FundRow> funds(String partnership, Asked asked) {
        return page(question -> funds(question, asked), partnership, null, asked);
    }

    /** Those of these funds that there are. */
    public List<FundRow> funds(String partnership, Collection<String> ids, Asked asked) {
        return several(question -> funds(question, asked), partnership, ids, asked);
    }

    /** @param onlyPartner whose pledges may be seen; null for all */
    public Page<PledgeRow> pledges(String partnership, @Nullable String onlyPartner, Asked asked) {
        return page(question -> PledgeRow.LISTING, partnership, onlyPartner, asked);
    }

    /** @param onlyPartner whose contributions may be seen; null for all */
    public Page<ContributionRow> contributions(String partnership, @Nullable String onlyPartner, Asked asked) {
        return page(question -> ContributionRow.LISTING, partnership, onlyPartner, asked);
    }

    /** Those over this very amount, reversed ones as well. */
    public Page<ContributionRow> contributionsOver(String partnership, long amountCents, Asked asked) {
        return page(question -> ContributionRow.LISTING, partnership, null, amountCents, NOBODY, asked);
    }

    public Page<ExpenseRow> expenses(String partnership, Asked asked) {
        return expenses(partnership, null, asked);
    }

    /** Those over this very amount, reversed ones as well. */
    public Page<ExpenseRow> expensesOver(String partnership, long amountCents, Asked asked) {
        return expenses(partnership, amountCents, asked);
    }

    private Page<ExpenseRow> expenses(String partnership, @Nullable Long onlyCents, Asked asked) {
        return payees.opened(
                page(question -> ExpenseRow.LISTING, partnership, null, onlyCents, paying(partnership, asked), asked),
                ExpenseRow::payee,
                ExpenseRow::with);
    }

    public Page<RuleRow> rules(String partnership, Asked asked) {
        return page(question -> RuleRow.LISTING, partnership, null, asked);
    }

    public Page<PeriodLockRow> periodLocks(String partnership, Asked asked) {
        return page(question -> PeriodLockRow.LISTING, partnership, null, asked);
    }

    public Page<ProposalRow> proposals(String partnership, Asked asked) {
        return payees.opened(
                page(question -> ProposalRow.LISTING, partnership, null, null, paying(partnership, asked), asked),
                ProposalRow::payee,
                ProposalRow::with);
    }

    public Optional<One<ProposalRow>> proposal(String partnership, String id, Asked asked) {
        return payees.opened(
                one(question -> ProposalRow.LISTING, partnership, null, id, asked),
                ProposalRow::payee,
                ProposalRow::with);
    }

    public Optional<One<PartnerRow>> partner(String partnership, String id, Asked asked) {
        return one(question -> PartnerRow.LISTING, partnership, null, id, asked);
    }

    public Optional<One<FundRow>> fund(String partnership, String id, Asked asked) {
        return one(question -> funds(question, asked), partnership, null, id, asked);
    }

    public Optional<One<PledgeRow>> pledge(String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return one(question -> PledgeRow.LISTING, partnership, onlyPartner, id, asked);
    }

    public Optional<One<ContributionRow>> contribution(
            String partnership, @Nullable String onlyPartner, String id, Asked asked) {
        return one(question -> ContributionRow.LISTING, partnership, onlyPartner, id, asked);
    }

    public Optional<One<ExpenseRow>> expense(String partnership, String id, Asked asked) {
        return payees.opened(
                one(question -> ExpenseRow.LISTING, partnership, null, id, asked), ExpenseRow::payee, ExpenseRow::with);
    }

    /** The marks of those whose name has the text {@code q} in it, in whatever case. */
    private String[] paying(String partnership, Asked asked) {
        String q = asked.q();
        return q == null
                ? NOBODY
                : Payees.marks(
                        payees.of(partnership),
                        name -> name.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)));
    }

    private Listing<FundRow> funds(Listing.Question question, Asked asked) {
        return FundRow.listing(FundSums.balances(jdbc, question.partnership(), asked.lastDay(), question.moment()));
    }

    private <T> Page<T> page(
            Function<Listing.Question, Listing<T>> listing,
            String partnership,
            @Nullable String onlyPartner,
            Asked asked) {
        return page(listing, partnership, onlyPartner, null, NOBODY, asked);
    }

    private <T> Page<T> page(
            Function<Listing.Question, Listing<T>> listing,
            String partnership,
            @Nullable String onlyPartner,
            @Nullable Long onlyCents,
            String[] paying,
            Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            var question = new Listing.Question(jdbc, partnership, onlyPartner, onlyCents, moment, paying);
            return listing.apply(question).page(question, asked);
        });
    }

    private <T> List<T> several(
            Function<Listing.Question, Listing<T>> listing, String partnership, Collection<String> ids, Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            var question = new Listing.Question(jdbc, partnership, null, null, moment, NOBODY);
            return listing.apply(question).several(question, ids);
        });
    }

    private <T> Optional<One<T>> one(
            Function<Listing.Question, Listing<T>> listing,
            String partnership,
            @Nullable String onlyPartner,
            String id,
            Asked asked) {
        return moments.answer(asked, FundingView.NAME, partnership, moment -> {
            var question = new Listing.Question(jdbc, partnership, onlyPartner, null, moment, NOBODY);
            return listing.apply(question).one(question, id).map(item -> One.of(item, moment));
        });
    }
}
