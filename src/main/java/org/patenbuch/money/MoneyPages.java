package org.patenbuch.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.Outlooks;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Frame;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NavGroup;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How secure the money is, and the lists: every filter stands in the address. */
@Controller
@RequestMapping("/{partnership}/money")
class MoneyPages {
    private final FundingLists lists;
    private final Outlooks outlooks;
    private final Frame frame;

    MoneyPages(FundingLists lists, Outlooks outlooks, Frame frame) {
        this.lists = lists;
        this.outlooks = outlooks;
        this.frame = frame;
    }

    @Bean
    static NavGroup moneyNavigation() {
        return new NavGroup(List.of(
                entry("security", "", NavEntry.Group.MONEY, 1),
                entry("pledges", "/pledges", NavEntry.Group.MONEY, 2),
                entry("contributions", "/contributions", NavEntry.Group.MONEY, 3),
                entry("expenses", "/expenses", NavEntry.Group.MONEY, 4),
                entry("proposals", "/proposals", NavEntry.Group.MONEY, 5),
                entry("bank", "/bank", NavEntry.Group.MONEY, 6),
                entry("funds", "/funds", NavEntry.Group.MONEY, 7),
                entry("partners", "/partners", NavEntry.Group.MONEY, 8),
                entry("periods", "/periods", NavEntry.Group.SETUP, 95)));
    }

    private static NavEntry entry(String name, String path, NavEntry.Group group, int order) {
        return new NavEntry(
                group,
                "money.nav." + name,
                "/money" + path,
                order,
                roles -> Scope.whole(Permissions.scopes(roles, Question.MONEY_LISTS)));
    }

    static void require(Who who) {
        if (!Scope.whole(Permissions.scopes(who.roles(), Question.MONEY_LISTS))) {
            throw new AccessDeniedException("may not see all money");
        }
    }

    /** Seen from {@code to}: what is late, when each fund runs dry. */
    @GetMapping
    String security(Who who, Asked asked, Model model) {
        require(who);
        Tables tables = tables(who, asked);
        var outlook = outlooks.answer(who.partnership(), asked);
        model.addAttribute("outlook", outlook);
        model.addAttribute("overdue", tables.overdue(outlook.overdue()));
        model.addAttribute("who", who);
        return "money/security";
    }

    @GetMapping("/{list:partners|funds|pledges|contributions|expenses|proposals}")
    String list(
            Who who, @PathVariable String list, Asked asked, @RequestParam Map<String, String> address, Model model) {
        require(who);
        Tables tables = tables(who, asked);
        Page<?> page = page(list, who, asked);
        model.addAttribute("list", list);
        model.addAttribute("table", table(list, page, tables, who));
        model.addAttribute("next", page.next());
        model.addAttribute("filters", filters(list, tables.names()));
        model.addAttribute("given", new TreeMap<>(address));
        model.addAttribute("enter", mayEnter(list, who));
        model.addAttribute("who", who);
        return "money/list";
    }

    private Page<?> page(String list, Who who, Asked asked) {
        String partnership = who.partnership();
        return switch (list) {
            case "partners" -> lists.partners(partnership, asked);
            case "funds" -> lists.funds(partnership, asked);
            case "pledges" -> lists.pledges(partnership, null, asked);
            case "contributions" -> lists.contributions(partnership, null, asked);
            case "expenses" -> lists.expenses(partnership, asked);
            case "proposals" -> lists.proposals(partnership, asked);
            default -> throw new NotFound();
        };
    }

    @SuppressWarnings("unchecked") // each list is asked for by its own name
    private static Table table(String list, Page<?> page, Tables tables, Who who) {
        List<?> rows = page.items();
        return switch (list) {
            case "partners" -> tables.partners((List<org.patenbuch.funding.PartnerRow>) rows);
            case "funds" -> tables.funds((List<org.patenbuch.funding.FundRow>) rows);
            case "pledges" -> tables.pledges((List<org.patenbuch.funding.PledgeRow>) rows);
            case "contributions" -> tables.contributions((List<org.patenbuch.funding.ContributionRow>) rows);
            case "expenses" -> tables.expenses((List<ExpenseRow>) rows);
            default ->
                tables.proposals(
                        (List<org.patenbuch.funding.ProposalRow>) rows,
                        Permissions.maySend(who.roles(), "AcceptProposal"));
        };
    }

    /** What a list can be narrowed by. */
    private static List<Field> filters(String list, Choices names) {
        List<Field> filters = new ArrayList<>();
        if (!list.equals("funds")) {
            filters.add(new Field("from", Field.Kind.DAY, true, List.of()));
            filters.add(new Field("to", Field.Kind.DAY, true, List.of()));
        }
        if (List.of("pledges", "contributions", "expenses").contains(list)) {
            filters.add(choice("partnerId", names.partners()));
        }
        if (!List.of("partners", "funds").contains(list)) {
            filters.add(choice("fundId", names.funds()));
        }
        List<Field.Option> states = states(list).stream()
                .map(state -> new Field.Option(state, null, "money.status." + state))
                .toList();
        if (!states.isEmpty()) {
            filters.add(choice("status", states));
        }
        filters.add(new Field("q", Field.Kind.TEXT, true, List.of()));
        return filters;
    }

    private static Field choice(String name, List<Field.Option> options) {
        return new Field(name, Field.among(options), true, options);
    }

    private static List<String> states(String list) {
        return switch (list) {
            case "funds" -> List.of("OPEN", "CLOSED");
            case "pledges" -> List.of("OPEN", "FULFILLED", "WITHDRAWN");
            case "contributions" -> List.of("RECORDED", "REVERSED");
            case "expenses" -> List.of("RECORDED", "REVERSED", ExpenseRow.VOUCHER_MISSING);
            case "proposals" -> List.of("OPEN", "ACCEPTED", "DECLINED");
            default -> List.of();
        };
    }

    /** @return what may be entered from the list; null for those who only read */
    private static @Nullable MoneyEntry mayEnter(String list, Who who) {
        MoneyEntry entry = switch (list) {
            case "partners" -> MoneyEntry.PARTNER;
            case "funds" -> MoneyEntry.FUND;
            case "pledges" -> MoneyEntry.PLEDGE;
            case "contributions" -> MoneyEntry.CONTRIBUTION;
            case "expenses" -> MoneyEntry.EXPENSE;
            default -> MoneyEntry.PROPOSAL;
        };
        return Permissions.maySend(who.roles(), entry.command) ? entry : null;
    }

    private Tables tables(Who who, Asked asked) {
        return new Tables(who.partnership(), Choices.of(who.partnership(), lists, asked), frame.getFigures());
    }
}
