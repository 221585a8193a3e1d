package org.patenbuch.evidence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.fund.FundCommand.LinkContribution;
import org.patenbuch.fund.FundCommand.RecordContribution;
import org.patenbuch.fund.FundCommand.RecordExpense;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundCommand.TransferMoney;
import org.patenbuch.fund.FundEvent.ContributionKind;
import org.patenbuch.fund.FundEvent.Nature;
import org.patenbuch.kernel.Personal;
import org.patenbuch.pledge.PledgeCommand.AmendPledge;
import org.patenbuch.pledge.PledgeCommand.MakePledge;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;

/** A small history in which every kind of event that moves a figure comes to pass. */
final class Books {
    private static final LocalDate DAY = Samples.DAY;
    private static final YearMonth MARCH = YearMonth.from(DAY);
    private static final String V = "V-1";

    private Books() {}

    static List<Command> of(String p) {
        List<Command> all = new ArrayList<>();
        all.add(Samples.partner(p, "P-1"));
        all.add(Samples.partner(p, "P-2"));
        all.add(Samples.fund(p, "F-1"));
        all.add(Samples.fund(p, "F-2"));
        money(p, all);
        hours(p, all);
        all.add(Samples.rule(p, "R-1", 1_200));
        return all;
    }

    private static void money(String p, List<Command> all) {
        LocalDate end = DAY.plusYears(1);
        all.add(new MakePledge(p, "Z-1", "P-1", "F-1", 100_000, DAY, end, List.of(), null));
        all.add(new MakePledge(p, "Z-2", "P-2", "F-1", 50_000, DAY, end, List.of(), null));
        all.add(new MakePledge(p, "Z-3", "P-2", "F-2", 7_000, DAY, end, List.of(), null));
        all.add(gift(p, "B-1", "F-1", "P-1", "Z-1", ContributionKind.MONEY, 60_000));
        all.add(gift(p, "B-2", "F-1", "P-2", "Z-2", ContributionKind.MONEY, 20_000));
        all.add(gift(p, "B-3", "F-1", "P-2", null, ContributionKind.STAFF_TIME, 3_300));
        all.add(gift(p, "B-4", "F-2", "P-1", null, ContributionKind.IN_KIND, 1_111));
        all.add(gift(p, "B-5", "F-1", "P-2", "Z-2", ContributionKind.MONEY, 500));
        all.add(new ReverseContribution(p, "S-1", "F-1", "B-5", "booked twice"));
        all.add(gift(p, "B-6", "F-1", "P-1", null, ContributionKind.MONEY, 70));
        all.add(new LinkContribution(p, "L-1", "F-1", "B-6", "Z-1", null));
        all.add(gift(p, "B-7", "F-1", "P-1", null, ContributionKind.MONEY, 30));
        all.add(new LinkContribution(p, "L-2", "F-1", "B-7", "Z-1", null));
        all.add(new ReverseContribution(p, "S-7", "F-1", "B-7", "bounced"));
        all.add(new AmendPledge(p, "A-1", "Z-1", 80_000, List.of(), "less after all"));
        all.add(new WithdrawPledge(p, "W-1", "Z-2", "the partner closed"));
        all.add(new RecordExpense(p, "E-1", "F-1", "Materials", 4_321, DAY.plusMonths(2), "Shop", "1", null));
        all.add(new RecordExpense(p, "E-2", "F-1", "Materials", 999, DAY.plusMonths(3), "Shop \"2\"", "2", null));
        all.add(new ReverseExpense(p, "S-2", "F-1", "E-2", "not ours"));
        all.add(new TransferMoney(p, "T-1", "F-1", "F-2", 10_000, DAY.plusMonths(4), "agreed"));
    }

    private static RecordContribution gift(
            String p, String id, String fund, String partner, String pledge, ContributionKind kind, long cents) {
        String basis = kind == ContributionKind.MONEY ? null : "list price";
        return new RecordContribution(
                p, id, fund, partner, pledge, kind, Nature.GIFT, cents, DAY.plusDays(3), "Statement ü€", basis, null);
    }

    private static void hours(String p, List<Command> all) {
        all.addAll(Samples.sponsorship(p, V));
        for (int n = 0; n < 6; n++) {
            all.add(Samples.visit(p, V, "X-" + n, 0, n));
        }
        all.add(Samples.visit(p, V, "X-6", 3, 0));
        all.add(new CorrectHours(p, "C-1", V, MARCH, "X-1", 25, null, null, why(p)));
        all.add(new WithdrawHours(p, "C-2", V, MARCH, "X-2", why(p)));
        all.add(new ReturnHours(p, "C-3", V, MARCH, "X-3", why(p)));
        all.add(new ApproveTimesheet(p, "C-4", V, MARCH, List.of("X-0", "X-1", "X-4"), null));
        all.add(new RevokeApproval(p, "C-5", V, MARCH, List.of("X-4"), why(p)));
    }

    private static Personal why(String p) {
        return Personal.of(p + "/sponsor/" + V, "a reason");
    }
}
