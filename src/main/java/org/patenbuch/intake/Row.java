package org.patenbuch.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Checked;
import org.patenbuch.forms.EntryId;
import org.patenbuch.forms.FieldProblem;

/** What one line of a file can say, by kind of file; the fields carry the names of the commands they become. */
sealed interface Row {
    String id();

    enum PartnerKind {
        COMPANY,
        COOPERATIVE,
        PUBLIC_BODY,
        ASSOCIATION,
        FOUNDATION
    }

    enum PartnerRole {
        FUNDER,
        IN_KIND_GIVER,
        GRANT_GIVER,
        REFERRER,
        EXPERT
    }

    enum ContributionKind {
        MONEY,
        IN_KIND,
        STAFF_TIME
    }

    enum Nature {
        GIFT,
        GRANT,
        FEE,
        OWN_FUNDS
    }

    enum SponsorKind {
        FAMILY,
        SOCIAL
    }

    enum Outcome {
        GOAL_REACHED,
        MOVED,
        ENDED_BY_HOUSEHOLD,
        ENDED_BY_SPONSOR,
        HANDED_TO_PROFESSIONALS
    }

    enum Activity {
        VISIT,
        ACCOMPANIMENT,
        TRAVEL,
        TRAINING,
        MEETING
    }

    record Partner(String id, @Size(max = 200) String name, PartnerKind kind, List<PartnerRole> roles, LocalDate since)
            implements Row {}

    record Fund(String id, @Size(max = 200) String name, String purpose, boolean restricted) implements Row {}

    record Pledge(
            String id,
            String partnerId,
            String fundId,
            @Positive long amountCents,
            LocalDate from,
            LocalDate to) implements Row, Checked {
        @Override
        public List<FieldProblem> mistakes() {
            return to.isBefore(from) ? List.of(FieldProblem.of("to", "form.ends-before-it-begins")) : List.of();
        }
    }

    /** @param nature null: a grant if the partner is a public body, else a gift */
    record Contribution(
            String id,
            String partnerId,
            String fundId,
            @Nullable String pledgeId,
            ContributionKind kind,
            @Nullable Nature nature,
            @Positive long amountCents,
            LocalDate receivedOn,
            String evidence,
            @Nullable String valuationBasis)
            implements Row {}

    record Expense(
            String id,
            String fundId,
            String category,
            @Positive long amountCents,
            LocalDate paidOn,
            String payee,
            String voucher)
            implements Row {
        /** Never the payee: it may be a person. */
        @Override
        public String toString() {
            return "expense " + id;
        }
    }

    record Sponsor(
            String id,
            @Size(max = 200) String name,
            SponsorKind kind,
            LocalDate joinedOn,
            @Nullable LocalDate trainedOn,
            @Nullable LocalDate certificateSeenOn)
            implements Row {
        @Override
        public String toString() {
            return "sponsor " + id;
        }
    }

    record Household(
            String id,
            @Size(max = 200) @Nullable String name,
            String district,
            String need,
            @EntryId String referredBy,
            LocalDate openedOn,
            @Nullable LocalDate consentGivenOn,
            @Nullable String consentScope)
            implements Row {
        @Override
        public String toString() {
            return "household " + id;
        }
    }

    /** A sponsorship that has ended says when and why, or it has not ended. */
    record Sponsorship(
            String id,
            String sponsorId,
            String householdId,
            LocalDate from,
            @Nullable String scope,
            @Nullable LocalDate endedOn,
            @Nullable Outcome outcome,
            @Nullable String note)
            implements Row, Checked {
        @Override
        public List<FieldProblem> mistakes() {
            if (endedOn != null && endedOn.isBefore(from)) {
                return List.of(FieldProblem.of("endedOn", "form.ends-before-it-begins"));
            }
            return (endedOn == null) == (outcome == null)
                    ? List.of()
                    : List.of(FieldProblem.of("outcome", "import.end-and-outcome"));
        }

        @Override
        public String toString() {
            return "sponsorship " + id;
        }
    }

    record Hours(
            String id,
            String sponsorId,
            @Nullable String sponsorshipId,
            LocalDate on,
            @Min(1) @Max(1440) int minutes,
            Activity activity,
            @Nullable String note)
            implements Row {
        @Override
        public String toString() {
            return "hours " + id;
        }
    }
}
