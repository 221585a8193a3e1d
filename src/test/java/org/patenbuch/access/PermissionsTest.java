package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.eventstore.Command;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.access.AccessDeniedException;

/** The contract's table, written down a second time and by hand. */
class PermissionsTest {
    private static final String PEOPLE =
            "RegisterSponsor DescribeSponsor DescribeHousehold InterviewSponsor WithdrawInterview CompleteTraining"
                    + " WithdrawTraining SeeCertificate DeleteCertificate PauseSponsor ReturnSponsor WithdrawDeparture"
                    + " DepartSponsor TakeInHousehold GiveConsent WithdrawConsent CloseHousehold EnterPhase AgreeRhythm"
                    + " TakeNote WithdrawNote AgreeFollowUp FinishFollowUp AssignSponsor EndSponsorship LogHours CorrectHours"
                    + " WithdrawHours SubmitTimesheet ReturnHours ApproveTimesheet RevokeApproval";
    private static final String MONEY = "OpenFund PlanBudgetLine TransferMoney MakePledge AmendPledge WithdrawPledge"
            + " RecordContribution ReverseContribution RecordExpense ReverseExpense"
            + " LinkContribution CloseFund AttachFile AcceptProposal DeclineProposal"
            + " RecordBankStatement AssignBankLine SetBankLineAside ReleaseBankLine";
    private static final String DIALOGUE = "RecordMeeting WithdrawMeeting RaiseDemand AnswerDemand WithdrawDemand"
            + " MakeCommitment PostponeCommitment KeepCommitment DropCommitment AwardRecognition RevokeRecognition";
    private static final String PERSONS =
            "RequestErasure WithdrawErasureRequest PlaceHold LiftHold ErasePerson EraseTexts";
    private static final String BOTH = "RegisterPartner ProposeExpense LockPeriod ReopenPeriod RunImport FreezeReport"
            + " ClaimHours WithdrawClaim";
    private static final Set<String> ALL =
            words(String.join(" ", PEOPLE, MONEY, DIALOGUE, PERSONS, BOTH, "SetRule AddCheckMark FoundPartnership"));

    @Test
    void each_role_may_send_exactly_what_the_contract_gives_it() {
        assertThat(sentBy(Role.COORDINATOR))
                .isEqualTo(words(String.join(" ", PEOPLE, DIALOGUE, PERSONS, BOTH, "SetRule")));
        assertThat(sentBy(Role.FINANCE)).isEqualTo(words(MONEY + " " + BOTH));
        assertThat(sentBy(Role.AUDITOR)).isEqualTo(words("AddCheckMark"));
        assertThat(sentBy(Role.PARTNER)).isEmpty();
        assertThat(sentBy(Role.SPONSOR)).isEqualTo(words("LogHours CorrectHours WithdrawHours SubmitTimesheet"));
        assertThat(sentBy(Role.ADMIN)).isEqualTo(words("FoundPartnership"));
    }

    @ParameterizedTest
    @CsvSource({
        "FUNDING,          ALL, ALL, NO_HOUSEHOLD_TEXT, OWN_PARTNER, ,           ",
        "ENGAGEMENT,       ALL, ,    NO_HOUSEHOLD_TEXT, ,            ,           ",
        "ENGAGEMENT_SUMS,  ALL, ALL, NO_HOUSEHOLD_TEXT, ALL,         ,           ",
        "PARTNERS,         ALL, ALL, NO_HOUSEHOLD_TEXT, ,            ,           ",
        "MONEY_LISTS,      ALL, ALL, NO_HOUSEHOLD_TEXT, OWN_PARTNER, ,           ",
        "PEOPLE_LISTS,     ALL, ,    NO_HOUSEHOLD_TEXT, ,            OWN_PERSON, ",
        "HOURS,            ALL, ,    NO_HOUSEHOLD_TEXT, ,            OWN_PERSON, ",
        "DIALOGUE,         ALL, ,    NO_HOUSEHOLD_TEXT, ,            ,           ",
        "PERSONS,          ALL, ,    ,                  ,            ,           ",
        "EVENTS,           ALL, ,    NO_HOUSEHOLD_TEXT, ,            ,           ",
        "TRACE,            ALL, ALL, NO_HOUSEHOLD_TEXT, OWN_PARTNER, ,           ",
        "DIFFERENCES,      ALL, ,    NO_HOUSEHOLD_TEXT, ,            ,           ",
        "CHECKPOINTS,      ALL, ALL, NO_HOUSEHOLD_TEXT, ALL,         ,           ",
        "EVIDENCE,         ALL, ,    NO_HOUSEHOLD_TEXT, ,            ,           ",
        "EXPORTS,          ALL, ALL, NO_HOUSEHOLD_TEXT, ,            ,           ",
        "OPENAPI,          ,    ,    ,                  ,            ,           ALL",
        "OPERATION,        ,    ,    ,                  ,            ,           ALL"
    })
    void each_role_is_answered_as_far_as_the_contract_says(
            Question question,
            Scope coordinator,
            Scope finance,
            Scope auditor,
            Scope partner,
            Scope sponsor,
            Scope admin) {
        List<Scope> expected = Arrays.asList(coordinator, finance, auditor, partner, sponsor, admin);

        for (Role role : Role.values()) {
            Scope scope = expected.get(role.ordinal());
            assertThat(Permissions.scopes(EnumSet.of(role), question))
                    .as(role + " asks " + question)
                    .isEqualTo(scope == null ? Set.of() : Set.of(scope));
            assertThat(Permissions.mayAsk(EnumSet.of(role), question)).isEqualTo(scope != null);
        }
    }

    @Test
    void every_question_stands_in_the_table_above() {
        // So that a new question is decided on here, too
        assertThat(Question.values()).hasSize(17);
    }

    @Test
    void there_is_no_command_that_nobody_may_send() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Command.class));
        Set<String> inTheCode = scan.findCandidateComponents("org.patenbuch").stream()
                .map(found -> found.getBeanClassName())
                .filter(name -> !name.endsWith("Command"))
                .filter(PermissionsTest::isProduct)
                .map(name -> name.substring(name.lastIndexOf('$') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inTheCode).isNotEmpty();
        assertThat(Permissions.commands()).containsAll(inTheCode);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_is_not_in_the_table_is_refused(Role role) {
        Who who = new Who("rosenstadt", "someone", EnumSet.of(role), null, null);

        assertThat(Permissions.maySend(EnumSet.of(role), "DeleteEverything")).isFalse();
        assertThatThrownBy(() -> Permissions.requireSend(who, "DeleteEverything"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void several_roles_may_do_what_any_of_them_may() {
        Set<Role> both = EnumSet.of(Role.SPONSOR, Role.FINANCE);

        assertThat(Permissions.maySend(both, "LogHours")).isTrue();
        assertThat(Permissions.maySend(both, "OpenFund")).isTrue();
        assertThat(Permissions.maySend(both, "ApproveTimesheet")).isFalse();
        assertThat(Permissions.mayAsk(Set.of(), Question.FUNDING)).isFalse();
    }

    private static Set<String> sentBy(Role role) {
        return ALL.stream()
                .filter(command -> Permissions.maySend(EnumSet.of(role), command))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.split(" ")));
    }

    private static boolean isProduct(String className) {
        String file = "/" + className.replace('.', '/') + ".class";
        return !String.valueOf(PermissionsTest.class.getResource(file)).contains("test-classes");
    }
}
