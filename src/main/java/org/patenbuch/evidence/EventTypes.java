package org.patenbuch.evidence;

import java.util.Set;

/**
 * The types of events that move no figure of a view. A type that is neither here nor known to {@link Figures} is new to
 * this program: it says so, and does not judge the figures. A test asks this of every event there is.
 */
final class EventTypes {
    static final Set<String> STILL = Set.of(
            "PartnershipFounded",
            "PeriodLocked",
            "PeriodReopened",
            "RuleSet",
            "BudgetLinePlanned",
            "BankLineRecorded",
            "BankStatementRecorded",
            "BankLineAssigned",
            "BankLineSetAside",
            "BankLineReleased",
            "SponsorRegistered",
            "TrainingCompleted",
            "CertificateSeen",
            "SponsorPaused",
            "SponsorReturned",
            "SponsorDeparted",
            "HouseholdTakenIn",
            "HouseholdClosed",
            "SponsorAssigned",
            "SponsorshipEnded",
            "CertificateDeleted",
            "CommitmentDropped",
            "CommitmentKept",
            "CommitmentMade",
            "CommitmentPostponed",
            "DemandAnswered",
            "DemandRaised",
            "DemandWithdrawn",
            "DepartureWithdrawn",
            "InterviewWithdrawn",
            "MeetingRecorded",
            "MeetingWithdrawn",
            "RecognitionAwarded",
            "RecognitionRevoked",
            "SponsorInterviewed",
            "TrainingWithdrawn",
            "ProposalAccepted",
            "ExpenseProposed",
            "ProposalDeclined",
            "FundClosed",
            "FileAttached",
            "ErasureRequestWithdrawn",
            "ErasureRequested",
            "HoldLifted",
            "HoldPlaced",
            "PersonErased",
            "CheckMarkAdded",
            "ReportFrozen",
            "ClaimWithdrawn",
            "ConsentGiven",
            "ConsentWithdrawn",
            "FollowUpAgreed",
            "FollowUpDone",
            "HoursClaimed",
            "HouseholdDescribed",
            "NoteTaken",
            "NoteWithdrawn",
            "PhaseEntered",
            "RhythmAgreed",
            "SponsorDescribed",
            "TimesheetSubmitted");

    private EventTypes() {}
}
