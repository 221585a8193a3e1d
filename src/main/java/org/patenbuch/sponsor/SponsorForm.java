package org.patenbuch.sponsor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Personal;
import org.patenbuch.sponsor.SponsorCommand.CompleteTraining;
import org.patenbuch.sponsor.SponsorCommand.DeleteCertificate;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorCommand.DescribeSponsor;
import org.patenbuch.sponsor.SponsorCommand.InterviewSponsor;
import org.patenbuch.sponsor.SponsorCommand.PauseSponsor;
import org.patenbuch.sponsor.SponsorCommand.RegisterSponsor;
import org.patenbuch.sponsor.SponsorCommand.ReturnSponsor;
import org.patenbuch.sponsor.SponsorCommand.SeeCertificate;
import org.patenbuch.sponsor.SponsorCommand.WithdrawDeparture;
import org.patenbuch.sponsor.SponsorCommand.WithdrawInterview;
import org.patenbuch.sponsor.SponsorCommand.WithdrawTraining;

/** What people and programs fill in about a sponsor. */
public sealed interface SponsorForm {
    record Register(
            @Nullable String id, @Size(min = 1, max = 200) String name, SponsorEvent.Kind kind, LocalDate joinedOn)
            implements SponsorForm {
        public RegisterSponsor command(String partnership, String sponsorId) {
            return new RegisterSponsor(partnership, sponsorId, text(partnership, sponsorId, name), kind, joinedOn);
        }
    }

    /** Says all anew: what is left out is nothing any more. */
    record Profile(
            @Nullable String id,

            @Nullable @Size(max = 50)
            List<@Pattern(regexp = "[a-z]{2}", message = "form.not-a-language") String> languages,

            @Nullable @Size(max = 50) List<@Size(min = 1, max = 100) String> districts)
            implements SponsorForm {
        public DescribeSponsor command(String partnership, String entryId, String sponsorId) {
            return new DescribeSponsor(partnership, entryId, sponsorId, each(languages), each(districts));
        }

        private static List<String> each(@Nullable List<String> said) {
            return said == null ? List.of() : said.stream().distinct().toList();
        }
    }

    record Interview(
            @Nullable String id, LocalDate heldOn, @Nullable String note) implements SponsorForm {
        public InterviewSponsor command(String partnership, String entryId, String sponsorId) {
            return new InterviewSponsor(partnership, entryId, sponsorId, heldOn, text(partnership, sponsorId, note));
        }
    }

    /** @param heldOn the day of the interview that was none */
    record InterviewWithdrawal(
            @Nullable String id,
            LocalDate heldOn,
            @Size(min = 1) String reason) implements SponsorForm {
        public WithdrawInterview command(String partnership, String entryId, String sponsorId) {
            return new WithdrawInterview(partnership, entryId, sponsorId, heldOn, text(partnership, sponsorId, reason));
        }
    }

    /** @param completedOn the day of the training that was none */
    record TrainingWithdrawal(
            @Nullable String id,
            LocalDate completedOn,
            @Size(min = 1) String reason) implements SponsorForm {
        public WithdrawTraining command(String partnership, String entryId, String sponsorId) {
            return new WithdrawTraining(
                    partnership, entryId, sponsorId, completedOn, text(partnership, sponsorId, reason));
        }
    }

    record Training(
            @Nullable String id,
            LocalDate completedOn,
            @Nullable @Min(1) @Max(1000) Integer hours) implements SponsorForm {
        public CompleteTraining command(String partnership, String entryId, String sponsorId) {
            return new CompleteTraining(partnership, entryId, sponsorId, completedOn, hours);
        }
    }

    /** Nothing but the three facts, and no free text: nothing else of a certificate may be kept. */
    record CertificateFacts(@Nullable String id, LocalDate seenOn, boolean listedConviction) implements SponsorForm {
        public SeeCertificate command(String partnership, String entryId, String sponsorId) {
            return new SeeCertificate(partnership, entryId, sponsorId, new Certificate(seenOn, listedConviction));
        }
    }

    /** For what was recorded by mistake: the facts are deleted, whatever they were. */
    record CertificateMistake(@Nullable String id) implements SponsorForm {
        public DeleteCertificate command(String partnership, String entryId, String sponsorId) {
            return new DeleteCertificate(partnership, entryId, sponsorId, SponsorEvent.Deletion.MISTAKE);
        }
    }

    /** The reason may stay unsaid: it is often about health. */
    record Pause(
            @Nullable String id, LocalDate on, @Nullable String reason) implements SponsorForm {
        public PauseSponsor command(String partnership, String entryId, String sponsorId) {
            return new PauseSponsor(partnership, entryId, sponsorId, on, text(partnership, sponsorId, reason));
        }
    }

    record Return(@Nullable String id, LocalDate on) implements SponsorForm {
        public ReturnSponsor command(String partnership, String entryId, String sponsorId) {
            return new ReturnSponsor(partnership, entryId, sponsorId, on);
        }
    }

    record Departure(
            @Nullable String id,
            LocalDate on,
            @Size(min = 1) String reason) implements SponsorForm {
        public DepartSponsor command(String partnership, String entryId, String sponsorId) {
            return new DepartSponsor(partnership, entryId, sponsorId, on, text(partnership, sponsorId, reason));
        }
    }

    record DepartureMistake(
            @Nullable String id, @Size(min = 1) String reason) implements SponsorForm {
        public WithdrawDeparture command(String partnership, String entryId, String sponsorId) {
            return new WithdrawDeparture(partnership, entryId, sponsorId, text(partnership, sponsorId, reason));
        }
    }

    private static @Nullable Personal text(String partnership, String sponsorId, @Nullable String text) {
        return text == null ? null : Personal.of(partnership + "/sponsor/" + sponsorId, text);
    }
}
