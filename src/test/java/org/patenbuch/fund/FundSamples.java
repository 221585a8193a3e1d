package org.patenbuch.fund;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.fund.FundEvent.BudgetLinePlanned;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.ContributionLinked;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.Entry;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.FileAttached;
import org.patenbuch.fund.FundEvent.FundClosed;
import org.patenbuch.fund.FundEvent.FundOpened;
import org.patenbuch.fund.FundEvent.MoneyTransferredIn;
import org.patenbuch.fund.FundEvent.MoneyTransferredOut;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.fund.FundEvent.Part;
import org.patenbuch.fund.ProposalEvent.ExpenseProposed;
import org.patenbuch.fund.ProposalEvent.ProposalAccepted;
import org.patenbuch.fund.ProposalEvent.ProposalDeclined;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;

/** One of each fact of a fund, with every field filled, as its golden file holds it. */
public final class FundSamples {
    private static final LocalDate RECEIVED = LocalDate.of(2013, 1, 15);
    private static final LocalDate PAID = LocalDate.of(2013, 3, 28);
    private static final Part PART = new Part("B-20131-SPK", 1, RECEIVED, null, 97_47);
    private static final ContributionRecorded CONTRIBUTION = new ContributionRecorded(
            "B-20131-SPK",
            "F-FREI",
            "P-SPK",
            "Z-2013-SPK",
            ContributionKind.MONEY,
            Nature.GIFT,
            125_000,
            RECEIVED,
            "Kontoauszug 2013/01 Nr. 32",
            "Marktpreis");
    private static final ExpenseRecorded EXPENSE = new ExpenseRecorded(
            "A-2013-002", "F-FREI", "Sachkosten", 97_47, PAID, payee(), "Beleg 2013/002", List.of(PART));

    private FundSamples() {}

    private static Personal payee() {
        String subject = "rosenstadt/payee/2013";
        return new Personal(
                subject, null, "enc:v1:" + subject + ":7f0f3c1e-3f0a-4f5e-9a55-0d6f6f1f2a01:payee:c2VhbGVkIHRleHQ=");
    }

    public static List<LedgerEvent> all() {
        return List.of(
                new FundOpened("F-FREI", "Freie Mittel", "nicht zweckgebunden", false),
                new BudgetLinePlanned("E-2013-1", "F-FREI", 2013, "Sachkosten", 120_000),
                CONTRIBUTION,
                CONTRIBUTION.reversed("doppelt erfasst"),
                new ContributionLinked("B-20131-SPK", "F-FREI", "Z-2013-SPK", 125_000),
                EXPENSE,
                EXPENSE.reversed("falscher Topf"),
                new FundClosed("F-FREI", "zusammengelegt"),
                new FileAttached(
                        "D-1",
                        "F-FREI",
                        Entry.EXPENSE,
                        "A-2013-002",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "application/pdf",
                        48_211),
                new ExpenseProposed("V-1", "F-FREI", "Sachkosten", 97_47, PAID, payee(), "Beleg 2013/002"),
                new ProposalAccepted("V-1", "A-2013-002"),
                new ProposalDeclined("V-1", "gehört in einen anderen Topf"),
                new MoneyTransferredOut("T-1", "F-FREI", "F-ANE", 97_47, PAID, List.of(PART), "Ausgleich"),
                new MoneyTransferredIn(
                        "T-1",
                        "F-ANE",
                        "F-FREI",
                        97_47,
                        PAID,
                        List.of(new Part("B-20131-SPK", 4, PAID, "T-1", 97_47))));
    }
}
