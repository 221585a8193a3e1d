package org.patenbuch.money;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.patenbuch.access.Permissions;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.eventstore.Receipt;
import org.patenbuch.forms.Unreadable;
import org.patenbuch.fund.Files;
import org.patenbuch.fund.FundEvent.Entry;
import org.patenbuch.funding.ContributionRow;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.funding.PartnerRow;
import org.patenbuch.funding.PledgeRow;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.kernel.Who;
import org.patenbuch.money.Table.Cell;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Figures;
import org.patenbuch.web.Frame;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One partner, pledge, contribution or expense: what it is, what belongs to it, what can be done with it. */
@Controller
@RequestMapping("/{partnership}/money")
class DetailPages {
    private static final int MOST = 500;

    private final FundingLists lists;
    private final Files files;
    private final Frame frame;

    DetailPages(FundingLists lists, Files files, Frame frame) {
        this.lists = lists;
        this.files = files;
        this.frame = frame;
    }

    /** @param key of its word, below {@code money.column.} */
    record Fact(String key, Cell value) {}

    @GetMapping("/partners/{id}")
    String partner(Who who, @PathVariable String id, Asked asked, Model model) {
        MoneyPages.require(who);
        PartnerRow row = lists.partner(who.partnership(), id, asked)
                .orElseThrow(NotFound::new)
                .item();
        Tables tables = tables(who, asked);
        Figures figures = tables.figures();
        Asked theirs = asked.most(MOST).ofPartner(id);
        model.addAttribute(
                "facts",
                List.of(
                        new Fact("kind", Cell.word("journal.value." + row.kind())),
                        new Fact("since", Cell.of(figures.day(row.since()))),
                        new Fact("id", Cell.of(row.id()))));
        Page<PledgeRow> promised = lists.pledges(who.partnership(), null, theirs);
        Page<ContributionRow> given = lists.contributions(who.partnership(), null, theirs);
        Page<ExpenseRow> spent = lists.expenses(who.partnership(), theirs);
        model.addAttribute(
                "tables",
                List.of(
                        tables.pledges(promised.items()).of(promised, theirs(who, "pledges", id)),
                        tables.contributions(given.items()).of(given, theirs(who, "contributions", id)),
                        tables.expenses(spent.items()).of(spent, theirs(who, "expenses", id))));
        model.addAttribute("known", "partnerId=" + id);
        return show("partners", id, row.name(), List.of(MoneyEntry.PLEDGE, MoneyEntry.CONTRIBUTION), who, model);
    }

    private static String theirs(Who who, String list, String partnerId) {
        return "/%s/money/%s?partnerId=%s".formatted(who.partnership(), list, partnerId);
    }

    @GetMapping("/pledges/{id}")
    String pledge(Who who, @PathVariable String id, Asked asked, Model model) {
        MoneyPages.require(who);
        PledgeRow row = lists.pledge(who.partnership(), null, id, asked)
                .orElseThrow(NotFound::new)
                .item();
        Tables tables = tables(who, asked);
        Figures figures = tables.figures();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("partner", tables.partner(row.partnerId())),
                new Fact("fund", tables.fund(row.fundId())),
                new Fact("from", Cell.of(figures.day(row.from()))),
                new Fact("to", Cell.of(figures.day(row.to()))),
                new Fact("amount", tables.euro(row.amountCents())),
                new Fact("received", tables.euro(row.receivedCents())),
                new Fact("outstanding", tables.euro(row.outstandingCents())),
                new Fact("status", Cell.word("money.status." + row.status()))));
        if (row.receivedCents() > row.amountCents()) {
            facts.add(new Fact("overpaid", tables.euro(row.receivedCents() - row.amountCents())));
        }
        model.addAttribute("facts", facts);
        Page<ContributionRow> found = lists.contributions(
                who.partnership(),
                null,
                asked.most(MOST).ofPartner(row.partnerId()).searching(id));
        List<ContributionRow> paid = found.items().stream()
                .filter(gift -> id.equals(gift.pledgeId()))
                .toList();
        model.addAttribute(
                "tables",
                List.of(
                        schedule(row, figures),
                        tables.contributions(paid)
                                .of(found, theirs(who, "contributions", row.partnerId()) + "&q=" + id)));
        List<MoneyEntry> actions = row.status() == PledgeRow.Status.WITHDRAWN
                ? List.of()
                : List.of(MoneyEntry.CONTRIBUTION, MoneyEntry.PLEDGE_AMENDMENT, MoneyEntry.PLEDGE_WITHDRAWAL);
        model.addAttribute("known", "partnerId=%s&fundId=%s&pledgeId=%s".formatted(row.partnerId(), row.fundId(), id));
        return show("pledges", id, id, actions, who, model);
    }

    private static Table schedule(PledgeRow row, Figures figures) {
        return new Table(
                "money.schedule",
                Table.columns("due-on", "agreed", "amount#", "received#", "missing#"),
                row.schedule().stream()
                        .map(due -> List.of(
                                Cell.of(figures.day(due.dueOn())),
                                Cell.word("journal.value." + due.agreed()),
                                Cell.of(figures.euro(due.amountCents())),
                                Cell.of(figures.euro(due.receivedCents())),
                                Cell.of(figures.euro(due.missingCents()))))
                        .toList());
    }

    @GetMapping("/contributions/{id}")
    String contribution(Who who, @PathVariable String id, Asked asked, Model model) {
        MoneyPages.require(who);
        ContributionRow row = lists.contribution(who.partnership(), null, id, asked)
                .orElseThrow(NotFound::new)
                .item();
        Tables tables = tables(who, asked);
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("partner", tables.partner(row.partnerId())),
                new Fact("fund", tables.fund(row.fundId())),
                new Fact("received-on", Cell.of(tables.figures().day(row.receivedOn()))),
                new Fact("kind", Cell.word("journal.value." + row.kind())),
                new Fact("nature", Cell.word("journal.value." + row.nature())),
                new Fact("amount", tables.euro(row.amountCents())),
                new Fact("left", tables.euro(row.remainingCents())),
                new Fact("evidence", Cell.of(row.evidence())),
                new Fact("status", status(row.reversed()))));
        if (row.pledgeId() != null) {
            facts.add(new Fact(
                    "pledge", Cell.link(row.pledgeId(), "/" + who.partnership() + "/money/pledges/" + row.pledgeId())));
        }
        if (row.valuationBasis() != null) {
            facts.add(new Fact("valuation-basis", Cell.of(row.valuationBasis())));
        }
        model.addAttribute("facts", facts);
        model.addAttribute("files", row.files());
        Page<ExpenseRow> since = lists.expenses(
                who.partnership(), asked.most(MOST).ofPartner(row.partnerId()).during(row.receivedOn(), null));
        List<ExpenseRow> spent = since.items().stream()
                .filter(cost -> cost.paidBy().stream()
                        .anyMatch(paid -> paid.contributionId().equals(id)))
                .toList();
        String rest = theirs(who, "expenses", row.partnerId()) + "&from=" + row.receivedOn();
        model.addAttribute("tables", List.of(tables.expenses(spent).of(since, rest)));
        List<MoneyEntry> actions = new ArrayList<>();
        if (!row.reversed()) {
            if (row.pledgeId() == null) actions.add(MoneyEntry.CONTRIBUTION_LINK);
            actions.add(MoneyEntry.CONTRIBUTION_REVERSAL);
        }
        return show("contributions", id, id, actions, who, model);
    }

    @GetMapping("/expenses/{id}")
    String expense(Who who, @PathVariable String id, Asked asked, Model model) {
        MoneyPages.require(who);
        ExpenseRow row = lists.expense(who.partnership(), id, asked)
                .orElseThrow(NotFound::new)
                .item();
        Tables tables = tables(who, asked);
        model.addAttribute(
                "facts",
                List.of(
                        new Fact("fund", tables.fund(row.fundId())),
                        new Fact("category", Cell.of(row.category())),
                        new Fact("amount", tables.euro(row.amountCents())),
                        new Fact("paid-on", Cell.of(tables.figures().day(row.paidOn()))),
                        new Fact("payee", Cell.erasable(row.payee())),
                        new Fact("voucher", Cell.of(row.voucher())),
                        new Fact("status", status(row.reversed()))));
        model.addAttribute("files", row.files());
        model.addAttribute(
                "tables",
                List.of(new Table(
                        "money.paid-by",
                        Table.columns("id", "amount#"),
                        row.paidBy().stream()
                                .map(paid -> List.of(
                                        tables.contribution(paid.contributionId()), tables.euro(paid.amountCents())))
                                .toList())));
        return show("expenses", id, id, row.reversed() ? List.of() : List.of(MoneyEntry.EXPENSE_REVERSAL), who, model);
    }

    @PostMapping("/{list:contributions|expenses}/{id}/files")
    String keep(
            Who who,
            @PathVariable String list,
            @PathVariable String id,
            @RequestParam MultipartFile file,
            Asked asked,
            Model model)
            throws IOException {
        Permissions.requireSend(who, "AttachFile");
        Entry entry = list.equals("expenses") ? Entry.EXPENSE : Entry.CONTRIBUTION;
        try {
            Receipt receipt = files.attach(file.getBytes(), entry, id, "D-" + UUID.randomUUID(), who, Origin.screen());
            return "redirect:/%s/money/%s/%s?minPosition=%d&done=file"
                    .formatted(who.partnership(), list, id, receipt.position());
        } catch (Unreadable refused) {
            return refused(list, id, refused.code(), refused.arguments(), who, asked, model);
        } catch (Rejected refused) {
            return refused(list, id, "rejected." + refused.code(), refused.arguments(), who, asked, model);
        }
    }

    private String refused(
            String list, String id, String code, List<Object> arguments, Who who, Asked asked, Model model) {
        model.addAttribute("refusal", new org.patenbuch.forms.FieldProblem("", code, arguments));
        return list.equals("expenses") ? expense(who, id, asked, model) : contribution(who, id, asked, model);
    }

    private static Cell status(boolean reversed) {
        return Cell.word("money.status." + (reversed ? "REVERSED" : "RECORDED"));
    }

    private String show(String list, String id, String title, List<MoneyEntry> actions, Who who, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("title", title);
        model.addAttribute("about", id);
        model.addAttribute(
                "actions",
                actions.stream()
                        .filter(action -> Permissions.maySend(who.roles(), action.command))
                        .toList());
        model.addAttribute("mayAttach", Permissions.maySend(who.roles(), "AttachFile"));
        model.addAttribute("who", who);
        return "money/detail";
    }

    private Tables tables(Who who, Asked asked) {
        return new Tables(who.partnership(), Choices.of(who.partnership(), lists, asked), frame.getFigures());
    }
}
