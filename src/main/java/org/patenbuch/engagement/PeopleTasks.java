package org.patenbuch.engagement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.web.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What about people and hours waits for someone. No personal text is opened to count it. */
@Configuration(proxyBeanMethods = false)
class PeopleTasks {
    /** So long before a certificate runs out a new one should be asked for: offices take weeks. */
    private static final int MONTHS_AHEAD = 3;

    private static final Sight WITHOUT_TEXTS = new Sight(false, false, null);

    @Bean
    static Task hoursToApprove(EngagementLists lists) {
        return new Task(
                "task.hours",
                "/people/timesheets",
                40,
                sends("ApproveTimesheet"),
                who -> Task.counted(lists.hours(who.partnership(), WITHOUT_TEXTS, of("LOGGED", null))));
    }

    @Bean
    static Task certificatesToRenew(CertificatesDue due, Clock clock) {
        return new Task(
                "task.certificates",
                "/people#certificates",
                50,
                sends("SeeCertificate"),
                who -> Task.counted(due.list(
                        who.partnership(),
                        WITHOUT_TEXTS,
                        of(null, LocalDate.now(clock).plusMonths(MONTHS_AHEAD)))));
    }

    @Bean
    static Task householdsWaiting(WaitingList waiting) {
        return new Task(
                "task.waiting",
                "/people#waiting",
                60,
                sends("AssignSponsor"),
                who -> Task.counted(waiting.list(who.partnership(), WITHOUT_TEXTS, of(null, null))));
    }

    @Bean
    static Task followUpsDue(FollowUps followUps, Clock clock) {
        return new Task(
                "task.follow-ups",
                "/dialogue",
                55,
                sends("RecordMeeting"),
                who -> Task.counted(followUps.due(who.partnership(), of(null, LocalDate.now(clock)))));
    }

    @Bean
    static Task hoursSentBack(EngagementLists lists) {
        return new Task(
                "task.returned",
                "/my-hours",
                70,
                who -> who.is(Role.SPONSOR) && who.sponsorId() != null,
                who -> Task.counted(lists.hours(
                        who.partnership(), new Sight(false, false, who.sponsorId()), of("RETURNED", null))));
    }

    private static Predicate<Who> sends(String commandName) {
        return who -> who.is(Role.COORDINATOR) && Permissions.maySend(who.roles(), commandName);
    }

    private static Asked of(@Nullable String status, @Nullable LocalDate to) {
        return new Asked(null, to, null, null, null, Task.MOST, null, null, null, null, null, status, null);
    }
}
