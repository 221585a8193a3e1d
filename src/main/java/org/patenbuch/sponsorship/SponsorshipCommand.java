package org.patenbuch.sponsorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;

/** What can be asked of a sponsorship's stream. */
public sealed interface SponsorshipCommand extends Command {
    String sponsorshipId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "sponsorship", sponsorshipId());
    }

    record AssignSponsor(
            String partnership,
            String id,
            String sponsorId,
            String householdId,
            LocalDate from,
            @Nullable Personal scope)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "sponsorship";
        }

        @Override
        public String sponsorshipId() {
            return id;
        }
    }

    /** @param with the office or service that takes over; somebody asks there by {@code dueOn} */
    record FollowUp(String with, LocalDate dueOn) {}

    record EndSponsorship(
            String partnership,
            String id,
            String sponsorshipId,
            LocalDate on,
            Outcome outcome,
            @Nullable Personal note,
            @Nullable FollowUp followUp)
            implements SponsorshipCommand {
        public EndSponsorship(
                String partnership,
                String id,
                String sponsorshipId,
                LocalDate on,
                Outcome outcome,
                @Nullable Personal note) {
            this(partnership, id, sponsorshipId, on, outcome, note, null);
        }

        @Override
        public String kind() {
            return "sponsorship-end";
        }
    }

    record EnterPhase(String partnership, String id, String sponsorshipId, Phase phase, LocalDate on)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "phase";
        }
    }

    record AgreeRhythm(String partnership, String id, String sponsorshipId, int everyDays, LocalDate from)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "rhythm";
        }
    }

    record TakeNote(String partnership, String id, String sponsorshipId, LocalDate on, Personal text)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "note";
        }
    }

    record WithdrawNote(String partnership, String id, String sponsorshipId, String noteId)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "note-withdrawal";
        }
    }

    record AgreeFollowUp(String partnership, String id, String sponsorshipId, String with, LocalDate dueOn)
            implements SponsorshipCommand {
        @Override
        public String kind() {
            return "follow-up";
        }
    }

    record FinishFollowUp(
            String partnership,
            String id,
            String sponsorshipId,
            LocalDate on,
            @Nullable Personal note) implements SponsorshipCommand {
        @Override
        public String kind() {
            return "follow-up-done";
        }
    }

    /** Text about a sponsorship concerns both persons, so it has a key of its own and is erased with either. */
    static Personal text(String partnership, String sponsorshipId, String text) {
        return Personal.of(partnership + "/sponsorship/" + sponsorshipId, text);
    }
}
