package org.patenbuch.desk;

import static org.patenbuch.access.Question.MONEY_LISTS;
import static org.patenbuch.access.Question.PARTNERS;
import static org.patenbuch.desk.Column.cents;
import static org.patenbuch.desk.Column.day;
import static org.patenbuch.desk.Column.link;
import static org.patenbuch.desk.Column.text;
import static org.patenbuch.desk.Column.word;
import static org.patenbuch.desk.Column.yesNo;
import static org.patenbuch.funding.Seen.onlyPartner;

import java.util.List;
import org.patenbuch.funding.ContributionRow;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundRow;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.PartnerRow;
import org.patenbuch.funding.PledgeRow;
import org.patenbuch.funding.Seen;
import org.patenbuch.kernel.Who;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Partners, funds, pledges, contributions and expenses as lists: for partners who see their own, and to be named and
 * chosen by other pages. What is entered about money, module {@code money} offers.
 */
@Configuration(proxyBeanMethods = false)
class MoneyDesk {
    private static final String GROUP = "money";
    private static final List<String> BY_ALL = List.of("from", "to", "partnerId", "fundId", "status", "q");

    @Bean
    Listed<PartnerRow> partnersList(FundingLists lists) {
        return new Listed<>(
                "partners",
                GROUP,
                10,
                PARTNERS,
                (who, asked) -> lists.partners(all(who), asked),
                (who, id, asked) -> lists.partner(all(who), id, asked),
                (who, ids, asked) -> lists.partners(all(who), ids, asked),
                PartnerRow::id,
                PartnerRow::name,
                List.of(
                        text("name", PartnerRow::name),
                        word("kind", PartnerRow::kind),
                        word("roles", PartnerRow::roles),
                        day("since", PartnerRow::since)),
                List.of("q"),
                List.of());
    }

    @Bean
    Listed<FundRow> fundsList(FundingLists lists) {
        return new Listed<>(
                "funds",
                GROUP,
                20,
                MONEY_LISTS,
                (who, asked) -> lists.funds(all(who), asked),
                (who, id, asked) -> lists.fund(all(who), id, asked),
                (who, ids, asked) -> lists.funds(all(who), ids, asked),
                FundRow::id,
                FundRow::name,
                List.of(
                        text("name", FundRow::name),
                        text("purpose", FundRow::purpose),
                        yesNo("restricted", FundRow::restricted),
                        cents("balanceCents", FundRow::balanceCents),
                        word("status", fund -> fund.closed() ? "CLOSED" : "OPEN")),
                List.of("status", "q"),
                List.of("OPEN", "CLOSED"));
    }

    @Bean
    Listed<PledgeRow> pledgesList(FundingLists lists) {
        return new Listed<>(
                "pledges",
                GROUP,
                30,
                MONEY_LISTS,
                (who, asked) -> lists.pledges(who.partnership(), onlyPartner(who, MONEY_LISTS), asked),
                (who, id, asked) -> lists.pledge(who.partnership(), onlyPartner(who, MONEY_LISTS), id, asked),
                null,
                PledgeRow::id,
                PledgeRow::id,
                List.of(
                        link("partnerId", "partners", PledgeRow::partnerId),
                        link("fundId", "funds", PledgeRow::fundId),
                        day("from", PledgeRow::from),
                        day("to", PledgeRow::to),
                        cents("amountCents", PledgeRow::amountCents),
                        cents("receivedCents", PledgeRow::receivedCents),
                        cents("outstandingCents", PledgeRow::outstandingCents),
                        word("status", PledgeRow::status)),
                BY_ALL,
                List.of("OPEN", "FULFILLED", "WITHDRAWN"));
    }

    @Bean
    Listed<ContributionRow> contributionsList(FundingLists lists) {
        return new Listed<>(
                "contributions",
                GROUP,
                40,
                MONEY_LISTS,
                (who, asked) -> lists.contributions(who.partnership(), onlyPartner(who, MONEY_LISTS), asked),
                (who, id, asked) -> lists.contribution(who.partnership(), onlyPartner(who, MONEY_LISTS), id, asked),
                null,
                ContributionRow::id,
                ContributionRow::id,
                List.of(
                        day("receivedOn", ContributionRow::receivedOn),
                        link("partnerId", "partners", ContributionRow::partnerId),
                        link("fundId", "funds", ContributionRow::fundId),
                        word("contributionKind", ContributionRow::kind),
                        word("nature", ContributionRow::nature),
                        cents("amountCents", ContributionRow::amountCents),
                        cents("remainingCents", ContributionRow::remainingCents),
                        link("pledgeId", "pledges", ContributionRow::pledgeId).onItsOwnPage(),
                        text("evidence", ContributionRow::evidence).onItsOwnPage(),
                        text("valuationBasis", ContributionRow::valuationBasis).onItsOwnPage(),
                        word("status", row -> row.reversed() ? "REVERSED" : "RECORDED")),
                BY_ALL,
                List.of("RECORDED", "REVERSED"));
    }

    @Bean
    Listed<ExpenseRow> expensesList(FundingLists lists) {
        return new Listed<>(
                "expenses",
                GROUP,
                50,
                MONEY_LISTS,
                (who, asked) -> lists.expenses(all(who), asked),
                (who, id, asked) -> lists.expense(all(who), id, asked),
                null,
                ExpenseRow::id,
                ExpenseRow::id,
                List.of(
                        day("paidOn", ExpenseRow::paidOn),
                        link("fundId", "funds", ExpenseRow::fundId),
                        text("category", ExpenseRow::category),
                        text("payee", ExpenseRow::payee),
                        cents("amountCents", ExpenseRow::amountCents),
                        text("voucher", ExpenseRow::voucher),
                        word("status", row -> row.reversed() ? "REVERSED" : "RECORDED")),
                BY_ALL,
                List.of("RECORDED", "REVERSED", ExpenseRow.VOUCHER_MISSING));
    }

    /** For what belongs to no single partner. */
    private static String all(Who who) {
        Seen.requireAll(who, MONEY_LISTS);
        return who.partnership();
    }
}
