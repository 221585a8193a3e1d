package org.patenbuch.desk;

import static org.patenbuch.access.Question.HOURS;
import static org.patenbuch.access.Question.PEOPLE_LISTS;
import static org.patenbuch.desk.Column.day;
import static org.patenbuch.desk.Column.link;
import static org.patenbuch.desk.Column.minutes;
import static org.patenbuch.desk.Column.text;
import static org.patenbuch.desk.Column.word;
import static org.patenbuch.desk.Column.yesNo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.HoursEntry;
import org.patenbuch.engagement.HouseholdEntry;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorEntry;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.One;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sponsors, households, sponsorships and hours at the desk. */
@Configuration(proxyBeanMethods = false)
class PeopleDesk {
    private static final String GROUP = "people";

    @Bean
    Listed<SponsorEntry> sponsorsList(EngagementLists lists) {
        return new Listed<>(
                "sponsors",
                GROUP,
                110,
                PEOPLE_LISTS,
                (who, asked) -> lists.sponsors(who.partnership(), people(who), asked),
                (who, id, asked) -> lists.sponsor(who.partnership(), people(who), id, asked),
                (who, ids, asked) -> lists.sponsors(who.partnership(), people(who), ids, asked),
                SponsorEntry::id,
                sponsor -> sponsor.name() == null ? sponsor.id() : sponsor.name(),
                List.of(
                        text("name", SponsorEntry::name),
                        word("sponsorKind", SponsorEntry::kind),
                        word("status", SponsorEntry::status),
                        day("joinedOn", SponsorEntry::joinedOn),
                        day("trainedOn", SponsorEntry::trainedOn),
                        day("certificateSeenOn", SponsorEntry::certificateSeenOn),
                        yesNo("eligible", SponsorEntry::eligible),
                        day("interviewedOn", SponsorEntry::interviewedOn).onItsOwnPage(),
                        yesNo("listedConviction", SponsorEntry::listedConviction)
                                .onItsOwnPage(),
                        day("pausedOn", SponsorEntry::pausedOn).onItsOwnPage(),
                        day("leftOn", SponsorEntry::leftOn).onItsOwnPage()),
                List.of("status", "q"),
                List.of("REGISTERED", "INTERVIEWED", "TRAINED", "CERTIFICATE_SEEN", "ACTIVE", "PAUSED", "LEFT"));
    }

    @Bean
    Listed<HouseholdEntry> householdsList(EngagementLists lists) {
        return new Listed<>(
                "households",
                GROUP,
                120,
                PEOPLE_LISTS,
                (who, asked) -> lists.households(who.partnership(), people(who), asked),
                (who, id, asked) -> lists.household(who.partnership(), people(who), id, asked),
                null,
                HouseholdEntry::id,
                HouseholdEntry::id,
                List.of(
                        text("id", HouseholdEntry::id),
                        text("district", HouseholdEntry::district),
                        text("need", HouseholdEntry::need),
                        link("referredBy", "partners", HouseholdEntry::referredBy),
                        day("openedOn", HouseholdEntry::openedOn),
                        day("closedOn", HouseholdEntry::closedOn),
                        word("status", HouseholdEntry::status),
                        text("householdName", HouseholdEntry::name).onItsOwnPage()),
                List.of("status", "q"),
                List.of("OPEN", "CLOSED"));
    }

    @Bean
    Listed<SponsorshipEntry> sponsorshipsList(EngagementLists lists) {
        return new Listed<>(
                "sponsorships",
                GROUP,
                130,
                PEOPLE_LISTS,
                (who, asked) -> lists.sponsorships(who.partnership(), people(who), asked),
                (who, id, asked) -> lists.sponsorship(who.partnership(), people(who), id, asked),
                null,
                SponsorshipEntry::id,
                SponsorshipEntry::id,
                List.of(
                        link("sponsorId", "sponsors", SponsorshipEntry::sponsorId),
                        link("householdId", "households", SponsorshipEntry::householdId),
                        day("from", SponsorshipEntry::from),
                        day("endedOn", SponsorshipEntry::endedOn),
                        word("outcome", SponsorshipEntry::outcome),
                        word("status", SponsorshipEntry::status),
                        word("phase", SponsorshipEntry::phase).onItsOwnPage(),
                        text("everyDays", SponsorshipEntry::everyDays).onItsOwnPage(),
                        text("with", SponsorshipEntry::followUpWith).onItsOwnPage(),
                        day("dueOn", SponsorshipEntry::followUpOn).onItsOwnPage(),
                        text("scope", SponsorshipEntry::scope).onItsOwnPage(),
                        text("note", SponsorshipEntry::note).onItsOwnPage()),
                List.of("sponsorId", "householdId", "status"),
                List.of("RUNNING", "ENDED"));
    }

    @Bean
    Listed<HoursEntry> hoursList(EngagementLists lists) {
        return new Listed<>(
                "hours",
                GROUP,
                140,
                HOURS,
                (who, asked) -> lists.hours(who.partnership(), Sight.of(who, HOURS), asked),
                (who, id, asked) -> lists.hoursEntry(who.partnership(), Sight.of(who, HOURS), id, asked),
                null,
                HoursEntry::id,
                HoursEntry::id,
                List.of(
                        day("on", HoursEntry::on),
                        link("sponsorId", "sponsors", HoursEntry::sponsorId),
                        link("householdId", "households", HoursEntry::householdId),
                        word("activity", HoursEntry::activity),
                        minutes("minutes", HoursEntry::minutes),
                        word("status", HoursEntry::status),
                        link("sponsorshipId", "sponsorships", HoursEntry::sponsorshipId)
                                .onItsOwnPage(),
                        text("note", HoursEntry::note).onItsOwnPage(),
                        text("comment", HoursEntry::comment).onItsOwnPage()),
                List.of("from", "to", "sponsorId", "householdId", "status"),
                List.of("LOGGED", "RETURNED", "APPROVED", "WITHDRAWN"));
    }

    @Bean
    static Desk.Actions peopleActions() {
        return new Desk.Actions(List.of(
                Action.entering("sponsors", "RegisterSponsor", false),
                Action.on("sponsors", "interview", "InterviewSponsor", false),
                Action.on("sponsors", "training", "CompleteTraining", false),
                Action.on("sponsors", "certificate", "SeeCertificate", true),
                Action.on("sponsors", "pause", "PauseSponsor", false, "ACTIVE"),
                Action.on("sponsors", "return", "ReturnSponsor", false, "PAUSED"),
                Action.on("sponsors", "departure", "DepartSponsor", true),
                Action.on("sponsors", "profile", "DescribeSponsor", false),
                Action.back("sponsors", "interview", "withdrawal", "WithdrawInterview", null),
                Action.back("sponsors", "training", "withdrawal", "WithdrawTraining", null),
                Action.back("sponsors", "certificate", "deletion", "DeleteCertificate", null),
                Action.back("sponsors", "departure", "withdrawal", "WithdrawDeparture", "LEFT"),
                Action.entering("households", "TakeInHousehold", false),
                Action.on("households", "profile", "DescribeHousehold", false, "OPEN"),
                Action.on("households", "consent", "GiveConsent", false, "OPEN"),
                Action.back("households", "consent", "withdrawal", "WithdrawConsent", null),
                Action.on("households", "closure", "CloseHousehold", true, "OPEN"),
                Action.entering("sponsorships", "AssignSponsor", false),
                Action.on("sponsorships", "phase", "EnterPhase", false, "RUNNING"),
                Action.on("sponsorships", "rhythm", "AgreeRhythm", false, "RUNNING"),
                Action.on("sponsorships", "notes", "TakeNote", false),
                Action.on("sponsorships", "follow-up", "AgreeFollowUp", false, "ENDED"),
                Action.back("sponsorships", "follow-up", "done", "FinishFollowUp", "ENDED"),
                Action.on("sponsorships", "end", "EndSponsorship", true, "RUNNING"),
                Action.entering("hours", "LogHours", false),
                Action.on("hours", "correction", "CorrectHours", false),
                Action.on("hours", "return", "ReturnHours", false, "LOGGED"),
                Action.on("hours", "withdrawal", "WithdrawHours", true)));
    }

    /** What is known takes the place of what was known, so the form begins with it. */
    @Bean
    static Offer sponsorProfile(EngagementLists lists) {
        return new Offer(
                "sponsors",
                "profile",
                (who, id) -> lists.sponsor(who.partnership(), people(who), id, Asked.NOW)
                        .map(One::item)
                        .map(sponsor -> Map.of(
                                "languages",
                                sponsor.languages(),
                                "districts",
                                List.of(String.join("\n", sponsor.districts()))))
                        .orElseThrow(NotFound::new));
    }

    /** The day tells which of several interviews was none; mostly it is the last one. */
    @Bean
    static Offer lastInterview(EngagementLists lists) {
        return new Offer(
                "sponsors",
                "interview-withdrawal",
                (who, id) -> last(
                        "heldOn",
                        lists.sponsor(who.partnership(), people(who), id, Asked.NOW)
                                .map(found -> found.item().interviewedOn())));
    }

    @Bean
    static Offer lastTraining(EngagementLists lists) {
        return new Offer(
                "sponsors",
                "training-withdrawal",
                (who, id) -> last(
                        "completedOn",
                        lists.sponsor(who.partnership(), people(who), id, Asked.NOW)
                                .map(found -> found.item().trainedOn())));
    }

    private static Map<String, List<String>> last(String field, Optional<LocalDate> day) {
        return day.map(on -> Map.of(field, List.of(on.toString()))).orElse(Map.of());
    }

    @Bean
    static Offer householdProfile(EngagementLists lists) {
        return new Offer(
                "households",
                "profile",
                (who, id) -> lists.household(who.partnership(), people(who), id, Asked.NOW)
                        .map(found -> Map.of("languages", found.item().languages()))
                        .orElseThrow(NotFound::new));
    }

    private static Sight people(Who who) {
        return Sight.of(who, PEOPLE_LISTS);
    }
}
