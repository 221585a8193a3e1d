package org.patenbuch.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.patenbuch.engagement.HoursModel.Hours;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.timesheet.ClaimCommand.ClaimHours;
import org.patenbuch.timesheet.ClaimCommand.WithdrawClaim;
import org.patenbuch.timesheet.TimesheetCommand.ApproveTimesheet;
import org.patenbuch.timesheet.TimesheetCommand.RevokeApproval;
import org.patenbuch.timesheet.TimesheetCommand.SubmitTimesheet;

/** Anything that may be asked about approvals of single entries, submissions and claims. */
final class RandomClaims {
    static final String FUNDER = "P-1";

    private final Dice dice;
    private final PeopleModel people;
    private final HoursModel hours;
    final ClaimModel model;
    private final String partnership;

    RandomClaims(Dice dice, PeopleModel people, HoursModel hours) {
        this.dice = dice;
        this.people = people;
        this.hours = hours;
        model = new ClaimModel(hours);
        partnership = dice.partnership;
    }

    Tried submit() {
        String sponsor = dice.known("V", people.sponsors.size());
        YearMonth month = YearMonth.from(Dice.START.plusDays(30));
        return new Tried(hours.submit(sponsor, month), new SubmitTimesheet(partnership, dice.id(), sponsor, month));
    }

    Tried entry() {
        List<String> claimed = hours.hours.keySet().stream()
                .filter(one -> hours.hours.get(one).claim != null)
                .toList();
        String id = dice.oneOf(claimed.isEmpty() || dice.once(2) ? List.copyOf(hours.hours.keySet()) : claimed);
        if (id == null) {
            return submit();
        }
        Hours of = hours.hours.get(id);
        YearMonth month = YearMonth.from(of.day);
        if (dice.once(12)) {
            return new Tried(
                    "hours.own-approval",
                    new ApproveTimesheet(partnership, dice.id(), of.sponsor, month, List.of(id), of.sponsor));
        }
        return dice.once(2)
                ? new Tried(
                        hours.approve(id),
                        new ApproveTimesheet(partnership, dice.id(), of.sponsor, month, List.of(id), null))
                : new Tried(
                        hours.revoke(id),
                        new RevokeApproval(partnership, dice.id(), of.sponsor, month, List.of(id), dice.words()));
    }

    Tried claim() {
        LocalDate day = model.worth.isEmpty() ? Dice.START.plusDays(10) : dice.day();
        if (model.worth.isEmpty() || dice.once(5)) {
            int cents = 900 + dice.random.nextInt(300);
            model.worth.put(day, cents);
            return new Tried(
                    PeopleModel.OK, new SetRule(partnership, dice.id(), Rule.HOUR_VALUE_CENTS, cents, day, null));
        } else if (dice.once(4)) {
            String id = dice.known("C", model.claims.size());
            return new Tried(model.withdraw(id), new WithdrawClaim(partnership, dice.id(), id, dice.words()));
        }
        String id = "C-" + model.claims.size();
        LocalDate from = dice.once(8) ? day.plusDays(1) : Dice.START.minusDays(5);
        return new Tried(model.claim(id, from, day), new ClaimHours(partnership, id, FUNDER, from, day));
    }
}
