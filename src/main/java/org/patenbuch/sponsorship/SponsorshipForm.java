package org.patenbuch.sponsorship;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipCommand.FollowUp;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.Phase;

/** What people and programs fill in about a sponsorship. */
public sealed interface SponsorshipForm {
    record Assign(
            @Nullable String id,
            String sponsorId,
            String householdId,
            LocalDate from,
            @Size(min = 1) String scope) implements SponsorshipForm {
        public AssignSponsor command(String partnership, String sponsorshipId) {
            return new AssignSponsor(
                    partnership,
                    sponsorshipId,
                    sponsorId,
                    householdId,
                    from,
                    SponsorshipCommand.text(partnership, sponsorshipId, scope));
        }
    }

    /** @param followUp who takes over and by when somebody asks there; mostly for {@code HANDED_TO_PROFESSIONALS} */
    record End(
            @Nullable String id,
            LocalDate on,
            Outcome outcome,
            @Nullable String note,
            @Nullable FollowUpAgreed followUp)
            implements SponsorshipForm {
        public EndSponsorship command(String partnership, String entryId, String sponsorshipId) {
            return new EndSponsorship(
                    partnership,
                    entryId,
                    sponsorshipId,
                    on,
                    outcome,
                    note == null ? null : SponsorshipCommand.text(partnership, sponsorshipId, note),
                    followUp == null ? null : new FollowUp(followUp.with(), followUp.dueOn()));
        }
    }

    record FollowUpAgreed(@Size(min = 1, max = 200) String with, LocalDate dueOn) {}

    record PhaseEntered(@Nullable String id, Phase phase, LocalDate on) implements SponsorshipForm {}

    record Rhythm(@Nullable String id, @Min(1) @Max(366) int everyDays, LocalDate from) implements SponsorshipForm {}

    record Note(
            @Nullable String id,
            LocalDate on,
            @Size(min = 1) String text) implements SponsorshipForm {}

    record Withdrawal(@Nullable String id) implements SponsorshipForm {}

    record NextFollowUp(
            @Nullable String id, @Size(min = 1, max = 200) String with, LocalDate dueOn) implements SponsorshipForm {}

    record FollowUpDone(
            @Nullable String id, LocalDate on, @Nullable String note) implements SponsorshipForm {}
}
