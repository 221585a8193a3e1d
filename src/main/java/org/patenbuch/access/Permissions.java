package org.patenbuch.access;

import static org.patenbuch.access.Question.*;
import static org.patenbuch.kernel.Role.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.security.access.AccessDeniedException;

/**
 * The one table of who may send which command and ask which question. What is not in it is refused. Commands go by the
 * simple name of their record.
 */
public final class Permissions {
    private static final Map<Role, Set<String>> COMMANDS = new EnumMap<>(Map.of(
            COORDINATOR,
            Set.of(
                    "RegisterPartner",
                    "RegisterSponsor",
                    "DescribeSponsor",
                    "InterviewSponsor",
                    "WithdrawInterview",
                    "CompleteTraining",
                    "WithdrawTraining",
                    "SeeCertificate",
                    "DeleteCertificate",
                    "PauseSponsor",
                    "ReturnSponsor",
                    "DepartSponsor",
                    "WithdrawDeparture",
                    "TakeInHousehold",
                    "DescribeHousehold",
                    "GiveConsent",
                    "WithdrawConsent",
                    "CloseHousehold",
                    "AssignSponsor",
                    "EnterPhase",
                    "AgreeRhythm",
                    "TakeNote",
                    "WithdrawNote",
                    "AgreeFollowUp",
                    "FinishFollowUp",
                    "EndSponsorship",
                    "LogHours",
                    "CorrectHours",
                    "WithdrawHours",
                    "SubmitTimesheet",
                    "ReturnHours",
                    "ApproveTimesheet",
                    "RevokeApproval",
                    "ClaimHours",
                    "WithdrawClaim",
                    "RecordMeeting",
                    "WithdrawMeeting",
                    "RaiseDemand",
                    "AnswerDemand",
                    "WithdrawDemand",
                    "MakeCommitment",
                    "PostponeCommitment",
                    "KeepCommitment",
                    "DropCommitment",
                    "AwardRecognition",
                    "RevokeRecognition",
                    "RequestErasure",
                    "WithdrawErasureRequest",
                    "PlaceHold",
                    "LiftHold",
                    "ErasePerson",
                    "EraseTexts",
                    "LockPeriod",
                    "ReopenPeriod",
                    "FreezeReport",
                    "SetRule",
                    "ProposeExpense",
                    "RunImport"),
            FINANCE,
            Set.of(
                    "RegisterPartner",
                    "OpenFund",
                    "PlanBudgetLine",
                    "TransferMoney",
                    "MakePledge",
                    "AmendPledge",
                    "WithdrawPledge",
                    "RecordContribution",
                    "ReverseContribution",
                    "RecordExpense",
                    "ReverseExpense",
                    "LinkContribution",
                    "CloseFund",
                    "AttachFile",
                    "ProposeExpense",
                    "AcceptProposal",
                    "DeclineProposal",
                    "RecordBankStatement",
                    "AssignBankLine",
                    "SetBankLineAside",
                    "ReleaseBankLine",
                    "ClaimHours",
                    "WithdrawClaim",
                    "LockPeriod",
                    "ReopenPeriod",
                    "FreezeReport",
                    "RunImport"),
            AUDITOR,
            Set.of("AddCheckMark"),
            PARTNER,
            Set.of(),
            // Of its own person only: whose hours they are, the deciding module compares with Who.sponsorId
            SPONSOR,
            Set.of("LogHours", "CorrectHours", "WithdrawHours", "SubmitTimesheet"),
            ADMIN,
            Set.of("FoundPartnership")));

    private static final Set<Question> OF_A_PARTNERSHIP = EnumSet.complementOf(EnumSet.of(OPENAPI, OPERATION, PERSONS));

    private static final Map<Role, Map<Scope, Set<Question>>> QUESTIONS = new EnumMap<>(Map.of(
            COORDINATOR,
            Map.of(Scope.ALL, EnumSet.complementOf(EnumSet.of(OPENAPI, OPERATION))),
            FINANCE,
            Map.of(Scope.ALL, EnumSet.of(FUNDING, MONEY_LISTS, TRACE, PARTNERS, ENGAGEMENT_SUMS, CHECKPOINTS, EXPORTS)),
            AUDITOR,
            Map.of(Scope.NO_HOUSEHOLD_TEXT, OF_A_PARTNERSHIP),
            PARTNER,
            Map.of(
                    Scope.OWN_PARTNER, EnumSet.of(FUNDING, MONEY_LISTS, TRACE),
                    Scope.ALL, EnumSet.of(ENGAGEMENT_SUMS, CHECKPOINTS)),
            SPONSOR,
            Map.of(Scope.OWN_PERSON, EnumSet.of(PEOPLE_LISTS, HOURS)),
            ADMIN,
            Map.of(Scope.ALL, EnumSet.of(OPENAPI, OPERATION))));

    private Permissions() {}

    public static boolean maySend(Set<Role> roles, String commandName) {
        return roles.stream().anyMatch(role -> COMMANDS.get(role).contains(commandName));
    }

    public static boolean mayAsk(Set<Role> roles, Question question) {
        return !scopes(roles, question).isEmpty();
    }

    /** How much of the answer these roles are given, all of them together; empty where they may not ask at all. */
    public static Set<Scope> scopes(Set<Role> roles, Question question) {
        return roles.stream()
                .flatMap(role -> QUESTIONS.get(role).entrySet().stream())
                .filter(granted -> granted.getValue().contains(question))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** @throws AccessDeniedException if none of this person's roles may send it; answered with 403 */
    public static void requireSend(Who who, String commandName) {
        if (!maySend(who.roles(), commandName)) throw new AccessDeniedException("may not send " + commandName);
    }

    /** @throws AccessDeniedException if none of this person's roles may ask it; answered with 403 */
    public static void requireAsk(Who who, Question question) {
        if (!mayAsk(who.roles(), question)) throw new AccessDeniedException("may not ask " + question);
    }

    /** Every command anyone may send, for the test that compares this table with the commands there are. */
    static Set<String> commands() {
        return COMMANDS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
