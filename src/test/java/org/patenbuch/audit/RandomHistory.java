package org.patenbuch.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.patenbuch.eventstore.Command;
import org.patenbuch.funding.RandomMoney;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** Money and hours of a hurried office, the same for the same seed; much of it is refused. */
final class RandomHistory {
    private static final LocalDate JOINED = LocalDate.of(2011, 12, 1);
    private static final int SPONSORS = 4;
    private static final int MONTHS = 5;

    private record Logged(String id, String sponsor, YearMonth month) {}

    private final RandomMoney money;
    private final Random random;
    private final String partnership;
    private final List<Logged> entries = new ArrayList<>();
    private int number;

    RandomHistory(long seed, String partnership) {
        this.money = new RandomMoney(seed, partnership);
        this.random = new Random(seed);
        this.partnership = partnership;
    }

    List<Command> beginning() {
        List<Command> commands = new ArrayList<>(money.beginning());
        for (int i = 1; i <= SPONSORS; i++) {
            String sponsor = "V-" + i;
            Personal name = Personal.of(partnership + "/sponsor/" + sponsor, "Name " + i);
            commands.add(new RegisterSponsor(partnership, sponsor, name, Kind.FAMILY, JOINED));
            commands.add(new CompleteTraining(partnership, "T-" + i, sponsor, JOINED, 30));
            commands.add(new SeeCertificate(partnership, "C-" + i, sponsor, new Certificate(JOINED, false)));
            commands.add(new TakeInHousehold(partnership, "H-" + i, null, "Nord", "Hilfe", null, JOINED, null));
            commands.add(new AssignSponsor(partnership, "S-" + i, sponsor, "H-" + i, JOINED, null));
        }
        return commands;
    }

    Command next() {
        return random.nextBoolean() ? money.next() : hours();
    }

    private Command hours() {
        int dice = random.nextInt(100);
        if (dice < 50 || entries.isEmpty()) {
            return log();
        }
        Logged of = entries.get(random.nextInt(entries.size()));
        Personal why = Personal.of(partnership + "/sponsor/" + of.sponsor(), "anders");
        if (dice < 68) {
            LocalDate on = random.nextBoolean() ? null : day(of.month());
            return new CorrectHours(
                    partnership, id("CH"), of.sponsor(), of.month(), of.id(), 1 + random.nextInt(200), on, null, why);
        } else if (dice < 76) {
            return new WithdrawHours(partnership, id("WH"), of.sponsor(), of.month(), of.id(), why);
        } else if (dice < 82) {
            return new ReturnHours(partnership, id("RH"), of.sponsor(), of.month(), of.id(), why);
        } else if (dice < 94) {
            return new ApproveTimesheet(partnership, id("AT"), of.sponsor(), of.month(), null, "V-own");
        }
        return new RevokeApproval(partnership, id("RA"), of.sponsor(), of.month(), null, why);
    }

    private LogHours log() {
        int nth = 1 + random.nextInt(SPONSORS);
        YearMonth month = YearMonth.of(2012, 9).plusMonths(random.nextInt(MONTHS));
        boolean visit = random.nextInt(4) > 0;
        String id = id("X");
        entries.add(new Logged(id, "V-" + nth, month));
        return new LogHours(
                partnership,
                id,
                "V-" + nth,
                visit ? "S-" + nth : null,
                day(month),
                1 + random.nextInt(180),
                visit ? Activity.VISIT : Activity.TRAINING,
                null);
    }

    private LocalDate day(YearMonth month) {
        return month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    }

    private String id(String prefix) {
        return prefix + "-" + ++number;
    }
}
