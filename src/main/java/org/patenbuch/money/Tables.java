package org.patenbuch.money;

import java.util.List;
import org.patenbuch.funding.ContributionRow;
import org.patenbuch.funding.ExpenseRow;
import org.patenbuch.funding.FundRow;
import org.patenbuch.funding.Outlook.Overdue;
import org.patenbuch.funding.PartnerRow;
import org.patenbuch.funding.PledgeRow;
import org.patenbuch.funding.ProposalRow;
import org.patenbuch.money.Table.Cell;
import org.patenbuch.web.Figures;

/** Rows of the lists as tables, in the reader's language, each leading to its own page. */
record Tables(String partnership, Choices names, Figures figures) {
    private String at(String path) {
        return "/" + partnership + "/money/" + path;
    }

    Table partners(List<PartnerRow> rows) {
        return new Table(
                "money.nav.partners",
                Table.columns("name", "kind", "since"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.link(row.name(), at("partners/" + row.id())),
                                Cell.word("journal.value." + row.kind()),
                                Cell.of(figures.day(row.since()))))
                        .toList());
    }

    Table funds(List<FundRow> rows) {
        return new Table(
                "money.nav.funds",
                Table.columns("name", "purpose", "restricted", "balance#"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.link(row.name(), at("funds/" + row.id())),
                                Cell.of(row.purpose()),
                                Cell.word("journal.value." + row.restricted()),
                                row.closed() ? Cell.word("money.status.CLOSED") : euro(row.balanceCents())))
                        .toList());
    }

    Table pledges(List<PledgeRow> rows) {
        return new Table(
                "money.nav.pledges",
                Table.columns("id", "partner", "fund", "from", "to", "amount#", "received#", "outstanding#", "status"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.link(row.id(), at("pledges/" + row.id())),
                                partner(row.partnerId()),
                                fund(row.fundId()),
                                Cell.of(figures.day(row.from())),
                                Cell.of(figures.day(row.to())),
                                euro(row.amountCents()),
                                euro(row.receivedCents()),
                                euro(row.outstandingCents()),
                                Cell.word("money.status." + row.status())))
                        .toList());
    }

    Table contributions(List<ContributionRow> rows) {
        return new Table(
                "money.nav.contributions",
                Table.columns("id", "received-on", "partner", "fund", "kind", "nature", "amount#", "left#", "status"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.link(row.id(), at("contributions/" + row.id())),
                                Cell.of(figures.day(row.receivedOn())),
                                partner(row.partnerId()),
                                fund(row.fundId()),
                                Cell.word("journal.value." + row.kind()),
                                Cell.word("journal.value." + row.nature()),
                                euro(row.amountCents()),
                                euro(row.remainingCents()),
                                Cell.word("money.status." + (row.reversed() ? "REVERSED" : "RECORDED"))))
                        .toList());
    }

    Table expenses(List<ExpenseRow> rows) {
        return new Table(
                "money.nav.expenses",
                Table.columns("id", "paid-on", "fund", "category", "payee", "amount#", "voucher-file", "status"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.link(row.id(), at("expenses/" + row.id())),
                                Cell.of(figures.day(row.paidOn())),
                                fund(row.fundId()),
                                Cell.of(row.category()),
                                Cell.erasable(row.payee()),
                                euro(row.amountCents()),
                                Cell.word("journal.value." + !row.files().isEmpty()),
                                Cell.word("money.status." + (row.reversed() ? "REVERSED" : "RECORDED"))))
                        .toList());
    }

    Table proposals(List<ProposalRow> rows, boolean decides) {
        return new Table(
                "money.nav.proposals",
                Table.columns("id", "paid-on", "fund", "category", "payee", "amount#", "status", "decide", "refuse"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.of(row.id()),
                                Cell.of(figures.day(row.paidOn())),
                                fund(row.fundId()),
                                Cell.of(row.category()),
                                Cell.erasable(row.payee()),
                                euro(row.amountCents()),
                                Cell.word("money.status." + row.status()),
                                decision(row, decides, "proposal-acceptance"),
                                decision(row, decides, "proposal-refusal")))
                        .toList());
    }

    private Cell decision(ProposalRow row, boolean decides, String entry) {
        if (row.status() != ProposalRow.Status.OPEN) {
            return row.expenseId() == null ? Cell.of(row.answer()) : expense(row.expenseId());
        }
        return decides ? new Cell(row.id() + " …", null, at("enter/" + entry + "?of=" + row.id())) : Cell.of(null);
    }

    Table overdue(List<Overdue> rows) {
        return new Table(
                null,
                Table.columns("due-on", "partner", "id", "lack", "amount#", "missing#"),
                rows.stream()
                        .map(row -> List.of(
                                Cell.of(figures.day(row.dueOn())),
                                partner(row.partnerId()),
                                Cell.link(row.pledgeId(), at("pledges/" + row.pledgeId())),
                                Cell.word("money.lack." + row.lack()),
                                euro(row.amountCents()),
                                euro(row.missingCents())))
                        .toList());
    }

    Cell expense(String id) {
        return Cell.link(id, at("expenses/" + id));
    }

    Cell contribution(String id) {
        return Cell.link(id, at("contributions/" + id));
    }

    Cell partner(String id) {
        return Cell.link(names.partner(id), at("partners/" + id));
    }

    Cell fund(String id) {
        return Cell.link(names.fund(id), at("funds/" + id));
    }

    Cell euro(long cents) {
        return Cell.of(figures.euro(cents));
    }
}
