package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.engagement.HoursModel.Hours;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.CorrectHours;
import org.patenbuch.timesheet.TimesheetCommand.LogHours;
import org.patenbuch.timesheet.TimesheetCommand.ReturnHours;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.Activity;

/** Anything that may be asked about hours. */
final class RandomHours {
    private final Dice dice;
    private final PeopleModel people;
    private final HoursModel model;
    private final String partnership;

    RandomHours(Dice dice, PeopleModel people, HoursModel model) {
        this.dice = dice;
        this.people = people;
        this.model = model;
        partnership = dice.partnership;
    }

    Tried log() {
        String sponsorship = dice.once(4) ? null : dice.known("M", people.sponsorships.size());
        var carried = people.sponsorships.get(sponsorship);
        String sponsor = carried == null || dice.once(8) ? dice.known("V", people.sponsors.size()) : carried.sponsor;
        Activity activity = dice.oneOf(Activity.values());
        // Mostly few days, so that some are filled
        LocalDate on = dice.once(3) ? dice.day() : Dice.START.plusDays(30L + dice.random.nextInt(3));
        int minutes = dice.minutes();
        String id = dice.id();
        return new Tried(
                model.log(id, new Hours(sponsor, sponsorship, on, minutes, activity.name())),
                new LogHours(partnership, id, sponsor, sponsorship, on, minutes, activity, null));
    }

    /** Something done to an entry; logs one where there is none. */
    Tried correct() {
        String entry = entry();
        if (entry == null) {
            return log();
        }
        Hours before = model.hours.get(entry);
        YearMonth month = YearMonth.from(before.day);
        Integer minutes = dice.once(2) ? null : dice.minutes();
        LocalDate on = dice.once(2) ? null : before.day.plusDays(dice.random.nextInt(9) - 4L);
        boolean other = minutes == null && on == null && !dice.once(8) || dice.once(3);
        Activity activity = other ? dice.oneOf(Activity.values()) : null;
        boolean nothing = minutes == null && on == null && activity == null;
        String expected = nothing
                ? model.correctNothing(entry)
                : model.correct(
                        entry,
                        minutes == null ? before.minutes : minutes,
                        on == null ? before.day : on,
                        activity == null ? before.activity : activity.name());
        return new Tried(
                expected,
                new CorrectHours(
                        partnership, dice.id(), before.sponsor, month, entry, minutes, on, activity, dice.words()));
    }

    Tried withdraw() {
        String entry = entry();
        if (entry == null) {
            return log();
        }
        Hours of = model.hours.get(entry);
        YearMonth month = YearMonth.from(of.day);
        return new Tried(
                model.withdraw(entry),
                new WithdrawHours(partnership, dice.id(), of.sponsor, month, entry, dice.words()));
    }

    Tried sendBack() {
        String entry = entry();
        if (entry == null) {
            return log();
        }
        Hours of = model.hours.get(entry);
        YearMonth month = YearMonth.from(of.day);
        return new Tried(
                model.sendBack(entry), new ReturnHours(partnership, dice.id(), of.sponsor, month, entry, dice.words()));
    }

    Tried approve() {
        String sponsor = dice.known("V", people.sponsors.size());
        YearMonth month = YearMonth.from(Dice.START.plusDays(30));
        return new Tried(
                model.turn(sponsor, month, "LOGGED", "APPROVED", "timesheet.nothing-to-approve"),
                new ApproveTimesheet(partnership, dice.id(), sponsor, month, null, "V-own"));
    }

    Tried revoke() {
        String sponsor = dice.known("V", people.sponsors.size());
        YearMonth month = YearMonth.from(Dice.START.plusDays(30));
        return new Tried(
                model.turn(sponsor, month, "APPROVED", "LOGGED", "timesheet.nothing-approved"),
                new RevokeApproval(partnership, dice.id(), sponsor, month, null, dice.words()));
    }

    private @Nullable String entry() {
        return dice.oneOf(List.copyOf(model.hours.keySet()));
    }
}
