package org.patenbuch.engagement;

import java.time.LocalDate;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.household.HouseholdCommand.TakeInHousehold;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partnership.PartnershipCommand.LockPeriod;
import org.patenbuch.partnership.PartnershipCommand.ReopenPeriod;
import org.patenbuch.partnership.PartnershipCommand.SetRule;
import org.patenbuch.partnership.Rule;
import org.patenbuch.sponsor.Certificate;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;

/** Anything that may be asked about people, locks and rules. */
final class RandomPeople {
    private final Dice dice;
    private final PeopleModel model;
    private final HoursModel hours;
    private final String partnership;
    private String lockId = "";

    RandomPeople(Dice dice, PeopleModel model, HoursModel hours) {
        this.dice = dice;
        this.model = model;
        this.hours = hours;
        partnership = dice.partnership;
    }

    private String sponsor() {
        return dice.known("V", model.sponsors.size());
    }

    private String household() {
        return dice.known("H", model.households.size());
    }

    Tried register(LocalDate on) {
        String id = "V-" + model.sponsors.size();
        Personal name = Personal.of(partnership + "/sponsor/" + id, "Name");
        return new Tried(model.register(id, on), new RegisterSponsor(partnership, id, name, Kind.SOCIAL, on));
    }

    Tried train(String id, LocalDate on) {
        return new Tried(model.train(id, on), new CompleteTraining(partnership, dice.id(), id, on, null));
    }

    Tried train() {
        return train(sponsor(), dice.day());
    }

    Tried see(String id, LocalDate on, boolean listed) {
        Certificate certificate = new Certificate(on, listed);
        return new Tried(model.see(id, on, listed), new SeeCertificate(partnership, dice.id(), id, certificate));
    }

    Tried see() {
        return see(sponsor(), dice.day(), dice.once(8));
    }

    Tried takeIn(LocalDate on) {
        String id = "H-" + model.households.size();
        return new Tried(
                model.takeIn(id, on),
                new TakeInHousehold(partnership, id, null, "Nordstadt", "Entlastung", null, on, null));
    }

    Tried close() {
        String id = household();
        LocalDate on = dice.day();
        return new Tried(model.close(id, on), new CloseHousehold(partnership, dice.id(), id, on, dice.words()));
    }

    Tried assign() {
        String id = "M-" + model.sponsorships.size();
        String sponsor = sponsor();
        String household = household();
        LocalDate from = dice.once(2) ? Dice.START.plusDays(dice.random.nextInt(10)) : dice.day();
        return new Tried(
                model.assign(id, sponsor, household, from),
                new AssignSponsor(partnership, id, sponsor, household, from, null));
    }

    Tried end() {
        String id = dice.known("M", model.sponsorships.size());
        LocalDate on = dice.day();
        return new Tried(
                model.end(id, on, hours.lastDayOf(id)),
                new EndSponsorship(partnership, dice.id(), id, on, Outcome.MOVED, null));
    }

    Tried move() {
        String id = sponsor();
        LocalDate on = dice.day();
        return switch (dice.random.nextInt(6)) {
            case 0 ->
                new Tried(
                        model.move("departure", id, on),
                        new DepartSponsor(partnership, dice.id(), id, on, dice.words()));
            case 1, 2 -> new Tried(model.move("return", id, on), new ReturnSponsor(partnership, dice.id(), id, on));
            default -> new Tried(model.move("pause", id, on), new PauseSponsor(partnership, dice.id(), id, on, null));
        };
    }

    Tried lockOrRule() {
        if (model.lockedUntil != null) {
            model.lockedUntil = null;
            return new Tried(PeopleModel.OK, new ReopenPeriod(partnership, dice.id(), lockId, "forgotten"));
        } else if (dice.once(3)) {
            lockId = dice.id();
            model.lockedUntil = Dice.START.plusDays(dice.random.nextInt(60));
            LocalDate first = LocalDate.of(2000, 1, 1);
            return new Tried(PeopleModel.OK, new LockPeriod(partnership, lockId, first, model.lockedUntil));
        }
        LocalDate from = dice.day();
        boolean capacity = dice.once(2);
        int value = dice.random.nextInt(capacity ? 4 : 70);
        (capacity ? model.capacity : model.certificateMonths).put(from, value);
        Rule rule = capacity ? Rule.SPONSOR_CAPACITY : Rule.CERTIFICATE_VALID_MONTHS;
        return new Tried(PeopleModel.OK, new SetRule(partnership, dice.id(), rule, value, from, null));
    }
}
