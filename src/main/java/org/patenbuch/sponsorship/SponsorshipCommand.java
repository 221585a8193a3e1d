package org.patenbuch.sponsorship;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;

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

    record EndSponsorship(
            String partnership,
            String id,
            String sponsorshipId,
            LocalDate on,
            Outcome outcome,
            @Nullable Personal note) implements SponsorshipCommand {
        @Override
        public String kind() {
            return "sponsorship-end";
        }
    }

    /** Text about a sponsorship concerns both persons, so it has a key of its own and is erased with either. */
    static Personal text(String partnership, String sponsorshipId, String text) {
        return Personal.of(partnership + "/sponsorship/" + sponsorshipId, text);
    }
}
