package org.patenbuch.sponsorship;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patenbuch.Given;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.Fixed;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.AgreeRhythm;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipCommand.EnterPhase;
import org.patenbuch.sponsorship.SponsorshipCommand.FinishFollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.FollowUp;
import org.patenbuch.sponsorship.SponsorshipCommand.TakeNote;
import org.patenbuch.sponsorship.SponsorshipCommand.WithdrawNote;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.FollowUpDone;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteTaken;
import org.patenbuch.sponsorship.SponsorshipEvent.NoteWithdrawn;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;
import org.patenbuch.sponsorship.SponsorshipEvent.PhaseEntered;
import org.patenbuch.sponsorship.SponsorshipEvent.RhythmAgreed;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorshipEnded;

/** What happens in a sponsorship between its first day and its last, and after a hand-over. */
class AccompanyTest {
    private static final LocalDate FROM = LocalDate.of(2013, 2, 1);
    private static final LocalDate LATER = LocalDate.of(2013, 4, 1);
    private static final LocalDate BEFORE = FROM.minusDays(1);
    private static final Personal WORDS = SponsorshipCommand.text("rosenstadt", "M-1", "they like one another");
    private static final SponsorshipEnded ENDED = new SponsorshipEnded("M-1", LATER, Outcome.MOVED, null);

    private static Given<Sponsorship> sponsorship(LocalDate... locked) {
        CarriedHours none = (day, partnership, sponsorId, sponsorshipId) -> Optional.empty();
        Sponsorships register = new Sponsorships(null) {
            @Override
            public void keepHoursOut(String partnership, String sponsorshipId) {}
        };
        return Given.stream(Sponsorship.class, Fixed.locked(locked), register, none)
                .events(new SponsorAssigned("M-1", "V-01", "H-001", FROM, null));
    }

    private static EnterPhase phase(LocalDate on) {
        return new EnterPhase("rosenstadt", "F-1", "M-1", Phase.ACCOMPANYING, on);
    }

    private static AgreeRhythm rhythm(LocalDate from) {
        return new AgreeRhythm("rosenstadt", "R-1", "M-1", 14, from);
    }

    private static TakeNote note(LocalDate on) {
        return new TakeNote("rosenstadt", "N-1", "M-1", on, WORDS);
    }

    private static FinishFollowUp asked(LocalDate on) {
        return new FinishFollowUp("rosenstadt", "D-1", "M-1", on, WORDS);
    }

    @Test
    void it_goes_through_phases_in_a_rhythm() {
        sponsorship().when(phase(LATER)).then(new PhaseEntered("M-1", Phase.ACCOMPANYING, LATER));
        sponsorship().when(rhythm(LATER)).then(new RhythmAgreed("M-1", 14, LATER));
    }

    @Test
    void refuses_phase_and_rhythm_before_its_first_day_or_after_its_end_or_in_a_locked_period() {
        sponsorship().when(phase(BEFORE)).refused("sponsorship.out-of-order");
        sponsorship().when(rhythm(BEFORE)).refused("sponsorship.out-of-order");
        sponsorship().events(ENDED).when(phase(LATER)).refused("sponsorship.already-ended");
        sponsorship().events(ENDED).when(rhythm(LATER)).refused("sponsorship.already-ended");
        sponsorship(LATER).when(phase(LATER)).refused("period.locked");
        sponsorship(LATER).when(rhythm(LATER)).refused("period.locked");
    }

    @Test
    void notes_are_taken_and_withdrawn() {
        NoteTaken taken = new NoteTaken("M-1", "N-1", LATER, WORDS);
        WithdrawNote withdraw = new WithdrawNote("rosenstadt", "W-1", "M-1", "N-1");
        sponsorship().when(note(LATER)).then(taken);
        sponsorship().events(taken).when(withdraw).then(new NoteWithdrawn("M-1", "N-1"));
        sponsorship().when(withdraw).refused("unknown-reference");
        sponsorship()
                .events(taken, new NoteWithdrawn("M-1", "N-1"))
                .when(withdraw)
                .refused("unknown-reference");
        sponsorship().when(note(BEFORE)).refused("sponsorship.out-of-order");
        sponsorship(LATER).when(note(LATER)).refused("period.locked");
    }

    @Test
    void who_hands_over_to_professionals_asks_there_later() {
        FollowUpAgreed agreed = new FollowUpAgreed("M-1", "Frühe Hilfen", LATER.plusMonths(3));
        sponsorship()
                .when(new EndSponsorship(
                        "rosenstadt",
                        "E-1",
                        "M-1",
                        LATER,
                        Outcome.HANDED_TO_PROFESSIONALS,
                        null,
                        new FollowUp("Frühe Hilfen", LATER.plusMonths(3))))
                .then(new SponsorshipEnded("M-1", LATER, Outcome.HANDED_TO_PROFESSIONALS, null), agreed);
        sponsorship().events(ENDED, agreed).when(asked(LATER)).then(new FollowUpDone("M-1", LATER, WORDS));
        sponsorship().events(ENDED).when(asked(LATER)).refused("sponsorship.no-follow-up");
        sponsorship()
                .events(agreed, new FollowUpDone("M-1", LATER, WORDS))
                .when(asked(LATER))
                .refused("sponsorship.no-follow-up");
    }

    @Test
    void refuses_a_follow_up_before_the_hand_over() {
        sponsorship()
                .when(new EndSponsorship(
                        "rosenstadt", "E-1", "M-1", LATER, Outcome.MOVED, null, new FollowUp("Jugendamt", FROM)))
                .refused("sponsorship.out-of-order");
        sponsorship()
                .when(new AgreeFollowUp("rosenstadt", "U-1", "M-1", "Jugendamt", BEFORE))
                .refused("sponsorship.out-of-order");
        sponsorship()
                .when(new AgreeFollowUp("rosenstadt", "U-1", "M-1", "Jugendamt", LATER))
                .then(new FollowUpAgreed("M-1", "Jugendamt", LATER));
    }
}
