package org.patenbuch.money;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.access.Permissions;
import org.patenbuch.funding.Budgets;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundRow;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.FundingView;
import org.patenbuch.funding.Outlooks;
import org.patenbuch.funding.PeriodLockRow;
import org.patenbuch.kernel.Who;
import org.patenbuch.money.Table.Cell;
import org.patenbuch.partnership.Rule;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Figures;
import org.patenbuch.web.Frame;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One fund with its plan and its outlook; and what holds for all of them: locked periods and rules. */
@Controller
@RequestMapping("/{partnership}/money")
class FundPages {
    private static final int SHOWN = 50;

    private final FundingLists lists;
    private final Outlooks outlooks;
    private final Budgets budgets;
    private final Frame frame;
    private final Moments moments;
    private final RuleWords ruleWords;

    FundPages(
            FundingLists lists, Outlooks outlooks, Budgets budgets, Frame frame, Moments moments, RuleWords ruleWords) {
        this.lists = lists;
        this.outlooks = outlooks;
        this.budgets = budgets;
        this.frame = frame;
        this.moments = moments;
        this.ruleWords = ruleWords;
    }

    @GetMapping("/funds/{id}")
    String fund(Who who, @PathVariable String id, Asked asked, Model model) {
        MoneyPages.require(who);
        String partnership = who.partnership();
        LocalDate on = asked.to() == null ? moments.today(asked, FundingView.NAME, partnership) : asked.to();
        Asked then = asked.during(null, on);
        FundRow fund =
                lists.fund(partnership, id, then).orElseThrow(NotFound::new).item();
        model.addAttribute("fund", fund);
        model.addAttribute("on", on);
        model.addAttribute("budget", budgets.answer(partnership, id, then).orElseThrow(NotFound::new));
        model.addAttribute(
                "ahead",
                outlooks.answer(partnership, then).funds().stream()
                        .filter(ahead -> ahead.fundId().equals(id))
                        .findFirst()
                        .orElse(null));
        LocalDate since = on.minusYears(1).plusDays(1);
        Page<ExpenseRow> spent =
                lists.expenses(partnership, asked.during(since, on).most(SHOWN).ofFund(id));
        String whole = "/%s/money/expenses?fundId=%s&from=%s&to=%s".formatted(partnership, id, since, on);
        model.addAttribute(
                "expenses", tables(who, asked).expenses(spent.items()).of(spent, whole));
        model.addAttribute("actions", actions(fund, who));
        model.addAttribute("who", who);
        return "money/fund";
    }

    private static List<MoneyEntry> actions(FundRow fund, Who who) {
        if (fund.closed()) {
            return List.of();
        }
        return List.of(
                        MoneyEntry.PLEDGE,
                        MoneyEntry.CONTRIBUTION,
                        MoneyEntry.EXPENSE,
                        MoneyEntry.PROPOSAL,
                        MoneyEntry.BUDGET_LINE,
                        MoneyEntry.TRANSFER,
                        MoneyEntry.FUND_CLOSING)
                .stream()
                .filter(entry -> entry != MoneyEntry.TRANSFER || !fund.restricted())
                .filter(entry -> entry != MoneyEntry.PROPOSAL || !Permissions.maySend(who.roles(), "RecordExpense"))
                .filter(entry -> Permissions.maySend(who.roles(), entry.command))
                .toList();
    }

    @GetMapping("/periods")
    String periods(Who who, Asked asked, Model model) {
        MoneyPages.require(who);
        Figures figures = frame.getFigures();
        Tables tables = tables(who, asked);
        boolean reopens = Permissions.maySend(who.roles(), "ReopenPeriod");
        model.addAttribute(
                "locks",
                new Table(
                        "money.locks",
                        Table.columns("from", "to", "status", "reopen"),
                        Page.everyItem(asked, page -> lists.periodLocks(who.partnership(), page))
                                .map(lock -> List.of(
                                        Cell.of(figures.day(lock.from())),
                                        Cell.of(figures.day(lock.to())),
                                        Cell.word("money.status." + lock.status()),
                                        reopening(lock, reopens, who)))
                                .toList()));
        model.addAttribute(
                "rules",
                new Table(
                        "money.rules",
                        Table.columns("rule", "valid-from", "value#", "funder"),
                        Page.everyItem(asked, page -> lists.rules(who.partnership(), page))
                                .map(rule -> List.of(
                                        Cell.word("journal.value." + rule.rule()),
                                        Cell.of(figures.day(rule.validFrom())),
                                        Cell.of(ruleWords.value(Rule.valueOf(rule.rule()), rule.value())),
                                        rule.funder() == null ? Cell.of(null) : tables.partner(rule.funder())))
                                .toList()));
        model.addAttribute(
                "actions",
                List.of(MoneyEntry.PERIOD_LOCK, MoneyEntry.RULE).stream()
                        .filter(entry -> Permissions.maySend(who.roles(), entry.command))
                        .toList());
        model.addAttribute("who", who);
        return "money/periods";
    }

    private static Cell reopening(PeriodLockRow lock, boolean may, Who who) {
        return may && lock.status() == PeriodLockRow.Status.LOCKED
                ? new Cell(lock.id() + " …", null, "/" + who.partnership() + "/money/enter/reopening?of=" + lock.id())
                : Cell.of(null);
    }

    private Tables tables(Who who, Asked asked) {
        return new Tables(who.partnership(), Choices.of(who.partnership(), lists, asked), frame.getFigures());
    }
}
