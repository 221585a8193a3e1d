package org.patenbuch.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.fund.FundCommand.CloseFund;
import org.patenbuch.fund.FundCommand.ReverseContribution;
import org.patenbuch.fund.FundCommand.ReverseExpense;
import org.patenbuch.fund.FundEvent.ContributionRecorded;
import org.patenbuch.fund.FundEvent.ExpenseRecorded;
import org.patenbuch.fund.FundEvent.FundOpened;
import org.patenbuch.household.HouseholdCommand.CloseHousehold;
import org.patenbuch.household.HouseholdEvent.HouseholdTakenIn;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.kernel.Personal;
import org.patenbuch.partner.PartnerEvent.PartnerRegistered;
import org.patenbuch.pledge.PledgeCommand.WithdrawPledge;
import org.patenbuch.pledge.PledgeEvent.PledgeMade;
import org.patenbuch.sponsor.SponsorCommand.DepartSponsor;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsorship.SponsorshipCommand.EndSponsorship;
import org.patenbuch.sponsorship.SponsorshipEvent.Outcome;
import org.patenbuch.sponsorship.SponsorshipEvent.SponsorAssigned;
import org.patenbuch.timesheet.TimesheetCommand;
import org.patenbuch.timesheet.TimesheetCommand.WithdrawHours;
import org.patenbuch.timesheet.TimesheetEvent.HoursLogged;

/**
 * How one imported entry is taken back.
 *
 * @param kind of the entry, as the register calls it
 * @param command null where nothing takes such an entry back: a partner stays a partner
 * @param counts whether figures hang on it; then it must be taken back, else it may stay where it is in use
 */
record Opposite(String kind, String id, @Nullable Command command, boolean counts) {
    /** The refusals that say: somebody has taken it back before. */
    private static final Set<String> DONE_BEFORE =
            Set.of("contribution.already-reversed", "expense.already-reversed", "pledge.withdrawn", "hours.withdrawn");

    static boolean isDoneBefore(String refusal) {
        return DONE_BEFORE.contains(refusal);
    }

    /** Takes entries of one batch back, in one partnership, for one reason. */
    record Maker(String partnership, String batch, String reason, LocalDate today) {
        /** @return null for what follows its entry: a sponsor's training goes with the sponsor */
        @Nullable
        Opposite of(LedgerEvent event) {
            return switch (event) {
                case HoursLogged hours -> counting("hours", hours.entryId(), withdraw(hours));
                case ExpenseRecorded expense ->
                    counting(
                            "expense",
                            expense.expenseId(),
                            new ReverseExpense(
                                    partnership,
                                    name(expense.expenseId()),
                                    expense.fundId(),
                                    expense.expenseId(),
                                    reason));
                case ContributionRecorded contribution ->
                    counting(
                            "contribution",
                            contribution.contributionId(),
                            new ReverseContribution(
                                    partnership,
                                    name(contribution.contributionId()),
                                    contribution.fundId(),
                                    contribution.contributionId(),
                                    reason));
                case PledgeMade pledge ->
                    counting(
                            "pledge",
                            pledge.pledgeId(),
                            new WithdrawPledge(partnership, name(pledge.pledgeId()), pledge.pledgeId(), reason));
                case SponsorAssigned assigned -> other("sponsorship", assigned.sponsorshipId(), end(assigned));
                case HouseholdTakenIn household -> other("household", household.householdId(), close(household));
                case SponsorRegistered sponsor -> other("sponsor", sponsor.sponsorId(), depart(sponsor));
                case FundOpened fund ->
                    other(
                            "fund",
                            fund.fundId(),
                            new CloseFund(partnership, name(fund.fundId()), fund.fundId(), reason));
                case PartnerRegistered partner -> other("partner", partner.partnerId(), null);
                default -> null;
            };
        }

        private static Opposite counting(String kind, String id, Command command) {
            return new Opposite(kind, id, command, true);
        }

        private static Opposite other(String kind, String id, @Nullable Command command) {
            return new Opposite(kind, id, command, false);
        }

        private WithdrawHours withdraw(HoursLogged hours) {
            return new WithdrawHours(
                    partnership,
                    name(hours.entryId()),
                    hours.sponsorId(),
                    YearMonth.from(hours.on()),
                    hours.entryId(),
                    TimesheetCommand.text(partnership, hours.sponsorId(), hours.sponsorshipId(), reason));
        }

        private EndSponsorship end(SponsorAssigned assigned) {
            return new EndSponsorship(
                    partnership,
                    name(assigned.sponsorshipId()),
                    assigned.sponsorshipId(),
                    assigned.from(),
                    Outcome.ENTERED_BY_MISTAKE,
                    null);
        }

        private CloseHousehold close(HouseholdTakenIn household) {
            Personal why = Personal.of(partnership + "/household/" + household.householdId(), reason);
            return new CloseHousehold(
                    partnership, name(household.householdId()), household.householdId(), household.openedOn(), why);
        }

        private DepartSponsor depart(SponsorRegistered sponsor) {
            Personal why = Personal.of(partnership + "/sponsor/" + sponsor.sponsorId(), reason);
            return new DepartSponsor(partnership, name(sponsor.sponsorId()), sponsor.sponsorId(), today, why);
        }

        /** The same each time, so a reversal that was interrupted goes on where it ended. */
        private String name(String id) {
            return UUID.nameUUIDFromBytes((batch + "/" + id).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }
}
