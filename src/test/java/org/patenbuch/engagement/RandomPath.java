package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.household.HouseholdCommand.GiveConsent;
import org.patenbuch.household.HouseholdCommand.WithdrawConsent;
import org.patenbuch.household.HouseholdEvent.Consent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorCommand.DescribeSponsor;
import org.patenbuch.sponsor.SponsorCommand.InterviewSponsor;
import org.patenbuch.sponsor.SponsorCommand.WithdrawDeparture;
import org.patenbuch.sponsor.SponsorCommand.WithdrawInterview;
import org.patenbuch.sponsor.SponsorCommand.WithdrawTraining;
import org.patenbuch.sponsor.SponsorEvent.Deletion;
import org.patenbuch.sponsorship.SponsorshipCommand;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeRhythm;
import org.patenbuch.sponsorship.SponsorshipCommand.EnterPhase;
import org.patenbuch.sponsorship.SponsorshipCommand.FinishFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.TakeNote;
import org.patenbuch.sponsorship.SponsorshipCommand.WithdrawNote;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;

/** Anything beside the straight way of sponsors, households and sponsorships. */
final class RandomPath {
    private final Dice dice;
    private final PeopleModel people;
    private final PathModel model;
    private final String partnership;

    RandomPath(Dice dice, PeopleModel people) {
        this.dice = dice;
        this.people = people;
        model = new PathModel(people);
        partnership = dice.partnership;
    }

    private String sponsor() {
        return dice.known("V", people.sponsors.size());
    }

    private String household() {
        return dice.known("H", people.households.size());
    }

    private String sponsorship() {
        return dice.known("M", people.sponsorships.size());
    }

    /** Mostly a day on which there was such a step. */
    private LocalDate stepOf(List<LocalDate> steps) {
        LocalDate one = dice.oneOf(steps);
        return one == null || dice.once(4) ? dice.day() : one;
    }

    Tried sponsorStep() {
        String id = sponsor();
        ModelSponsor known = people.sponsors.get(id);
        LocalDate on = dice.day();
        switch (dice.random.nextInt(6)) {
            case 0 -> {
                return new Tried(
                        model.interview(id, on), new InterviewSponsor(partnership, dice.id(), id, on, dice.words()));
            }
            case 1 -> {
                LocalDate day = stepOf(known == null ? List.of() : known.interviewed);
                return new Tried(
                        model.takeBackInterview(id, day),
                        new WithdrawInterview(partnership, dice.id(), id, day, dice.words()));
            }
            case 2 -> {
                LocalDate day = dice.once(3) ? stepOf(known == null ? List.of() : known.trained) : dice.day();
                return new Tried(
                        model.takeBackTraining(id, day),
                        new WithdrawTraining(partnership, dice.id(), id, day, dice.words()));
            }
            case 3 -> {
                Deletion because = dice.once(4) ? Deletion.MISTAKE : Deletion.ACTIVITY_ENDED;
                return new Tried(
                        model.deleteCertificate(id, because == Deletion.MISTAKE),
                        new DeleteCertificate(partnership, dice.id(), id, because));
            }
            case 4 -> {
                return new Tried(
                        model.describe(id),
                        new DescribeSponsor(partnership, dice.id(), id, List.of("de"), List.of("Nordstadt")));
            }
            default -> {
                return new Tried(
                        model.takeBackDeparture(id), new WithdrawDeparture(partnership, dice.id(), id, dice.words()));
            }
        }
    }

    Tried consent() {
        String id = household();
        LocalDate on = dice.day();
        return dice.once(3)
                ? new Tried(model.withdrawConsent(id, on), new WithdrawConsent(partnership, dice.id(), id, on, null))
                : new Tried(
                        model.consent(id, on),
                        new GiveConsent(partnership, dice.id(), id, new Consent(on, "accompanying")));
    }

    Tried accompany() {
        String id = sponsorship();
        LocalDate on = dice.day();
        Personal text = SponsorshipCommand.text(partnership, id, "some words");
        return switch (dice.random.nextInt(6)) {
            case 0 ->
                new Tried(model.go(id, on), new EnterPhase(partnership, dice.id(), id, dice.oneOf(Phase.values()), on));
            case 1 -> new Tried(model.go(id, on), new AgreeRhythm(partnership, dice.id(), id, 14, on));
            case 2 -> {
                String note = dice.id();
                yield new Tried(model.note(id, note, on), new TakeNote(partnership, note, id, on, text));
            }
            case 3 -> {
                ModelSponsorship known = people.sponsorships.get(id);
                String note = known == null || known.notes.isEmpty()
                        ? "X-none"
                        : known.notes.iterator().next();
                yield new Tried(model.withdrawNote(id, note), new WithdrawNote(partnership, dice.id(), id, note));
            }
            case 4 -> new Tried(model.followUp(id, on), new AgreeFollowUp(partnership, dice.id(), id, "Jugendamt", on));
            default -> new Tried(model.followedUp(id, on), new FinishFollowUp(partnership, dice.id(), id, on, text));
        };
    }
}
