package org.patenbuch.sponsorship;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;

/** What people and programs fill in about a sponsorship. */
public sealed interface SponsorshipForm {
    record Assign(
            @Nullable String id,
            String sponsorId,
            String householdId,
            LocalDate from,
            @Size(min = 1) String scope) implements SponsorshipForm {
        AssignSponsor command(String partnership, String sponsorshipId) {
            return new AssignSponsor(
                    partnership,
                    sponsorshipId,
                    sponsorId,
                    householdId,
                    from,
                    SponsorshipCommand.text(partnership, sponsorshipId, scope));
        }
    }

    record End(
            @Nullable String id,
            LocalDate on,
            Outcome outcome,
            @Nullable String note) implements SponsorshipForm {
        EndSponsorship command(String partnership, String entryId, String sponsorshipId) {
            return new EndSponsorship(
                    partnership,
                    entryId,
                    sponsorshipId,
                    on,
                    outcome,
                    note == null ? null : SponsorshipCommand.text(partnership, sponsorshipId, note));
        }
    }
}
