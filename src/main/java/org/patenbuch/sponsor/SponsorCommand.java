package org.patenbuch.sponsor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Personal;

/** What can be asked of a sponsor's stream. */
public sealed interface SponsorCommand extends Command {
    String sponsorId();

    @Override
    default String stream() {
        return StreamName.of(partnership(), "sponsor", sponsorId());
    }

    record RegisterSponsor(
            String partnership, String id, Personal name, SponsorEvent.Kind kindOfSponsor, LocalDate joinedOn)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "sponsor";
        }

        @Override
        public String sponsorId() {
            return id;
        }
    }

    record DescribeSponsor(
            String partnership, String id, String sponsorId, List<String> languages, List<String> districts)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "profile";
        }
    }

    record InterviewSponsor(
            String partnership,
            String id,
            String sponsorId,
            LocalDate heldOn,
            @Nullable Personal note) implements SponsorCommand {
        @Override
        public String kind() {
            return "interview";
        }
    }

    record WithdrawInterview(String partnership, String id, String sponsorId, LocalDate heldOn, Personal why)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "interview-withdrawal";
        }
    }

    record CompleteTraining(
            String partnership,
            String id,
            String sponsorId,
            LocalDate completedOn,
            @Nullable Integer hours) implements SponsorCommand {
        @Override
        public String kind() {
            return "training";
        }
    }

    record WithdrawTraining(String partnership, String id, String sponsorId, LocalDate completedOn, Personal why)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "training-withdrawal";
        }
    }

    record SeeCertificate(String partnership, String id, String sponsorId, Certificate certificate)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "certificate";
        }
    }

    /** Says why by a word only: nothing else of a certificate may be kept. */
    record DeleteCertificate(String partnership, String id, String sponsorId, SponsorEvent.Deletion because)
            implements SponsorCommand {
        @Override
        public String kind() {
            return "certificate-deletion";
        }
    }

    /** @param why personal, so it is no {@link Command#reason} */
    record PauseSponsor(
            String partnership,
            String id,
            String sponsorId,
            LocalDate on,
            @Nullable Personal why) implements SponsorCommand {
        @Override
        public String kind() {
            return "pause";
        }
    }

    record ReturnSponsor(String partnership, String id, String sponsorId, LocalDate on) implements SponsorCommand {
        @Override
        public String kind() {
            return "return";
        }
    }

    record DepartSponsor(
            String partnership,
            String id,
            String sponsorId,
            LocalDate on,
            @Nullable Personal why) implements SponsorCommand {
        @Override
        public String kind() {
            return "departure";
        }
    }

    record WithdrawDeparture(String partnership, String id, String sponsorId, Personal why) implements SponsorCommand {
        @Override
        public String kind() {
            return "departure-withdrawal";
        }
    }
}
